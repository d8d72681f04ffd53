package dev.carillon.bridge.line;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.carillon.bridge.net.SplicedFrame;
import dev.carillon.bridge.playout.LineEvents;
import dev.carillon.bridge.playout.PhoneLine;
import dev.carillon.bridge.playout.PlayMark;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One media stream of the carrier. Sound goes out as it came from the engine, as base64 between
/// two constant pieces of JSON.
public final class TwilioLine extends SimpleChannelInboundHandler<WebSocketFrame>
    implements PhoneLine {
  private static final Logger log = LoggerFactory.getLogger(TwilioLine.class);
  private static final byte[] END = "\"}}".getBytes(US_ASCII);
  private static final SplicedFrame NOTHING = SplicedFrame.towardsClient(new byte[0], new byte[0]);

  /// A mark's name is shorter.
  private static final int NAME_BYTES = 48;

  private static final int TOO_LARGE = 1009;
  private static final int BINARY = 1003;
  private static final int TOO_MANY = 1008;

  private final Channel channel;
  private final LineEvents events;
  private final StreamReader reader;
  private final MessageRate rate;
  private String streamId = "";
  private final ByteBuf markName = Unpooled.buffer(NAME_BYTES);
  private SplicedFrame media = NOTHING;
  private SplicedFrame marks = NOTHING;
  private boolean closing;

  /// @param session makes the session that this line belongs to
  public TwilioLine(Channel channel, Function<PhoneLine, LineEvents> session) {
    this.channel = channel;
    this.events = session.apply(this);
    this.reader = new StreamReader(events, this::streamStarted);
    this.rate = new MessageRate(System.nanoTime());
  }

  private void streamStarted(String id) {
    streamId = id;
    media = around("media", id, "media\":{\"payload\":\"");
    marks = around("mark", id, "mark\":{\"name\":\"");
  }

  private static SplicedFrame around(String event, String stream, String member) {
    var start = "{\"event\":\"" + event + "\",\"streamSid\":\"" + stream + "\",\"" + member;
    return SplicedFrame.towardsClient(start.getBytes(US_ASCII), END);
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, WebSocketFrame frame) {
    if (closing) {
      return;
    }
    if (!rate.take(System.nanoTime())) {
      events.broken(TOO_MANY);
      return;
    }
    switch (frame) {
      case TextWebSocketFrame text -> {
        int code = reader.read(text.content());
        if (code != StreamReader.FINE) {
          events.broken(code);
        }
      }
      case BinaryWebSocketFrame _ -> events.broken(BINARY);
      case PingWebSocketFrame ping ->
          ctx.writeAndFlush(new PongWebSocketFrame(ping.content().retain()), ctx.voidPromise());
      case CloseWebSocketFrame close -> {
        closing = true;
        ctx.writeAndFlush(new CloseWebSocketFrame(true, 0, close.content().retain()))
            .addListener(_ -> ctx.close());
      }
      default -> {
        // A pong: the frame's arrival was all it had to say.
      }
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    events.mediaRead();
    ctx.fireChannelReadComplete();
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    closing = true;
    events.lost();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    switch (cause) {
      case CorruptedWebSocketFrameException corrupted ->
          events.broken(corrupted.closeStatus().code());
      case TooLongFrameException _ -> events.broken(TOO_LARGE);
      case IOException _ -> ctx.close();
      default -> {
        log.atError().setCause(cause).log("a media stream ends by a fault of ours");
        ctx.close();
      }
    }
  }

  @Override
  public boolean writable() {
    return channel.isWritable();
  }

  @Override
  public void play(ByteBuf base64, int from, int length) {
    if (!open()) {
      return;
    }
    channel.write(media.around(channel.alloc(), base64, from, length), channel.voidPromise());
  }

  @Override
  public void mark(int generation, long position) {
    if (open()) {
      PlayMark.write(generation, position, markName.clear());
      var frame = marks.around(channel.alloc(), markName, 0, markName.writerIndex());
      channel.write(frame, channel.voidPromise());
    }
  }

  @Override
  public void clear() {
    write("{\"event\":\"clear\",\"streamSid\":\"" + streamId + "\"}");
  }

  @Override
  public void flush() {
    channel.flush();
  }

  @Override
  public boolean open() {
    return !closing && channel.isActive();
  }

  @Override
  public void close(int code) {
    if (open()) {
      closing = true;
      channel
          .writeAndFlush(new CloseWebSocketFrame(code, reason(code)))
          .addListener(_ -> channel.close());
    }
  }

  private void write(String message) {
    if (open()) {
      channel.write(new TextWebSocketFrame(message), channel.voidPromise());
    }
  }

  private static @Nullable String reason(int code) {
    return code == 1000 ? null : "";
  }
}
