package dev.carillon.bridge.openai;

import dev.carillon.bridge.engine.EngineEvents;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakeException;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler.ClientHandshakeStateEvent;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The reading half of one Realtime connection: hands messages on and notices when it is lost.
final class RealtimeHandler extends SimpleChannelInboundHandler<WebSocketFrame> {
  private static final Logger log = LoggerFactory.getLogger(RealtimeHandler.class);
  private static final int PING_SECONDS = 20;
  private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

  private final RealtimeEngine engine;
  private final EngineEvents events;
  private final RealtimeReader reader;
  private String closeCode = "connection_lost";
  private boolean failed;
  private long lastRead;

  RealtimeHandler(RealtimeEngine engine, EngineEvents events) {
    this.engine = engine;
    this.events = events;
    this.reader = new RealtimeReader(events, engine::configured);
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event == ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
      lastRead = System.nanoTime();
      ctx.executor().schedule(() -> ping(ctx), PING_SECONDS, TimeUnit.SECONDS);
      engine.connected(ctx.channel());
    } else if (event == ClientHandshakeStateEvent.HANDSHAKE_TIMEOUT) {
      closeCode = "handshake_timeout";
      ctx.close();
    }
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, WebSocketFrame frame) {
    lastRead = System.nanoTime();
    if (engine.closed() || failed) {
      return;
    }
    if (frame instanceof TextWebSocketFrame) {
      reader.read(frame.content());
    } else if (frame instanceof CloseWebSocketFrame close) {
      fail("closed_" + close.statusCode());
      ctx.close();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    fail(closeCode);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (cause instanceof WebSocketClientHandshakeException refused && refused.response() != null) {
      closeCode = "http_" + refused.response().status().code();
    } else {
      log.atWarn()
          .addKeyValue("cause", cause.getClass().getSimpleName())
          .setCause(cause)
          .log("the connection to the voice engine broke");
    }
    ctx.close();
  }

  /// Reports the loss once; a connection we closed ourselves is not lost.
  void fail(String code) {
    if (!failed && !engine.closed()) {
      failed = true;
      events.failed(code);
    }
  }

  private void ping(ChannelHandlerContext ctx) {
    if (!ctx.channel().isActive()) {
      return;
    }
    if (System.nanoTime() - lastRead > SILENCE_NANOS) {
      closeCode = "no_pong";
      ctx.close();
      return;
    }
    ctx.writeAndFlush(new PingWebSocketFrame());
    ctx.executor().schedule(() -> ping(ctx), PING_SECONDS, TimeUnit.SECONDS);
  }
}
