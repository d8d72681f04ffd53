package dev.carillon.bridge.net;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakeException;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler.ClientHandshakeStateEvent;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The reading half of one connection: hands messages on and notices when it is lost.
public final class SocketHandler extends SimpleChannelInboundHandler<WebSocketFrame> {
  private static final Logger log = LoggerFactory.getLogger(SocketHandler.class);
  private static final int PING_SECONDS = 20;
  private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

  private final SocketEvents events;
  private String closeCode = "connection_lost";
  private boolean failed;
  private long lastRead;

  public SocketHandler(SocketEvents events) {
    this.events = events;
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event == ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
      lastRead = System.nanoTime();
      ctx.executor().schedule(() -> ping(ctx), PING_SECONDS, TimeUnit.SECONDS);
      events.connected(ctx.channel());
    } else if (event == ClientHandshakeStateEvent.HANDSHAKE_TIMEOUT) {
      closeCode = "handshake_timeout";
      ctx.close();
    }
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, WebSocketFrame frame) {
    lastRead = System.nanoTime();
    if (events.closed() || failed) {
      return;
    }
    if (frame instanceof TextWebSocketFrame) {
      events.text(frame.content());
    } else if (frame instanceof BinaryWebSocketFrame) {
      events.binary(frame.content());
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
          .log("the connection to the provider broke");
    }
    ctx.close();
  }

  /// Reports the loss once; a connection we closed ourselves is not lost.
  void fail(String code) {
    if (!failed && !events.closed()) {
      failed = true;
      events.lost(code);
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
