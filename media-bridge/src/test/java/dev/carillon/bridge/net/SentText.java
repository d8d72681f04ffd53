package dev.carillon.bridge.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayList;
import java.util.List;

/// The texts that were written to a channel, whether as Netty's frames or as whole ones of ours,
/// which Netty's decoder reads as the other side would.
public final class SentText {
  private SentText() {}

  public static List<String> of(EmbeddedChannel channel) {
    var texts = new ArrayList<String>();
    for (Object sent = channel.readOutbound(); sent != null; sent = channel.readOutbound()) {
      switch (sent) {
        case TextWebSocketFrame frame -> texts.add(frame.text());
        case ByteBuf whole -> texts.add(decoded(whole.retain()));
        default -> {
          // No text.
        }
      }
      ReferenceCountUtil.release(sent);
    }
    return texts;
  }

  private static String decoded(ByteBuf frame) {
    boolean masked = frame.getByte(1) < 0;
    var config =
        WebSocketDecoderConfig.newBuilder()
            .expectMaskedFrames(masked)
            .allowMaskMismatch(false)
            .maxFramePayloadLength(1 << 20)
            .build();
    var decoder = new EmbeddedChannel(new WebSocket13FrameDecoder(config));
    decoder.writeInbound(frame);
    TextWebSocketFrame read = decoder.readInbound();
    try {
      return read.text();
    } finally {
      read.release();
      decoder.finishAndReleaseAll();
    }
  }
}
