package dev.carillon.bridge.deepgram;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import org.jspecify.annotations.Nullable;

/// Leaves a connection in good order.
final class Closing {
  private Closing() {}

  static void soon(@Nullable Channel channel) {
    if (channel != null) {
      channel
          .writeAndFlush(new CloseWebSocketFrame(WebSocketCloseStatus.NORMAL_CLOSURE))
          .addListener(_ -> channel.close());
    }
  }
}
