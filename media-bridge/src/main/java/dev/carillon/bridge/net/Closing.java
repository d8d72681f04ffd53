package dev.carillon.bridge.net;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import org.jspecify.annotations.Nullable;

/// Leaves a connection in good order.
public final class Closing {
  private Closing() {}

  /// Says goodbye, then closes; null is a connection that never came to be.
  public static void soon(@Nullable Channel channel) {
    if (channel != null) {
      channel
          .writeAndFlush(new CloseWebSocketFrame(WebSocketCloseStatus.NORMAL_CLOSURE))
          .addListener(_ -> channel.close());
    }
  }
}
