package dev.carillon.sandbox.carrier.media;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.CorruptedFrameException;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketHandshakeException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One socket from the handshake to its end. Whatever fails on it closes it, and the closing is
/// what counts.
@SuppressWarnings("FutureReturnValueIgnored")
final class MediaSocketHandler extends SimpleChannelInboundHandler<Object> implements MediaSocket {
  private static final int HANDSHAKE_SECONDS = 10;
  private static final int GONE = 1006;
  private static final int NO_CODE = 1005;

  private final WebSocketClientHandshaker handshaker;
  private final Listener listener;
  private @Nullable Channel channel;
  private boolean open;
  private boolean over;

  MediaSocketHandler(WebSocketClientHandshaker handshaker, Listener listener) {
    this.handshaker = handshaker;
    this.listener = listener;
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    channel = context.channel();
    handshaker.handshake(context.channel()).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
    context.executor().schedule(() -> giveUp(context), HANDSHAKE_SECONDS, TimeUnit.SECONDS);
  }

  private void giveUp(ChannelHandlerContext context) {
    if (!open && !over) {
      over = true;
      context.close();
      listener.refused(0, "31901 the handshake took too long");
    }
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, Object message) {
    if (message instanceof FullHttpResponse response) {
      finishHandshake(context, response);
      return;
    }
    switch (message) {
      case TextWebSocketFrame text -> listener.text(text.text());
      case BinaryWebSocketFrame _ -> listener.binary();
      case PingWebSocketFrame ping -> write(new PongWebSocketFrame(ping.content().retain()));
      case CloseWebSocketFrame close -> closedByPeer(context, close);
      default -> {
        // pongs and whatever else has no meaning here
      }
    }
  }

  private void finishHandshake(ChannelHandlerContext context, FullHttpResponse response) {
    try {
      handshaker.finishHandshake(context.channel(), response);
    } catch (WebSocketHandshakeException e) {
      over = true;
      context.close();
      listener.refused(response.status().code(), "31920 the handshake failed");
      return;
    }
    open = true;
    listener.opened(this);
  }

  private void closedByPeer(ChannelHandlerContext context, CloseWebSocketFrame close) {
    int code = close.statusCode() < 0 ? NO_CODE : close.statusCode();
    context
        .writeAndFlush(new CloseWebSocketFrame(true, 0, close.content().retain()))
        .addListener(ChannelFutureListener.CLOSE);
    gone(code);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    if (open) {
      gone(GONE);
    } else if (!over) {
      over = true;
      listener.refused(0, "31902 closed during the handshake");
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (open && cause instanceof CorruptedFrameException) {
      listener.malformed("31924 a frame breaks the WebSocket protocol");
    }
    context.close();
  }

  private void gone(int code) {
    if (!over) {
      over = true;
      listener.closed(code);
    }
  }

  @Override
  public void send(String text) {
    write(new TextWebSocketFrame(text));
  }

  private void write(WebSocketFrame frame) {
    if (channel == null || !channel.isActive()) {
      frame.release();
      return;
    }
    channel.writeAndFlush(frame).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
  }

  @Override
  public void close(int code) {
    over = true;
    if (channel != null && channel.isActive()) {
      Channel closing = channel;
      closing.writeAndFlush(new CloseWebSocketFrame(code, ""));
      closing.eventLoop().schedule(() -> closing.close(), 1, TimeUnit.SECONDS);
    }
  }

  @Override
  public void reset() {
    over = true;
    if (channel != null) {
      channel.config().setOption(ChannelOption.SO_LINGER, 0);
      channel.close();
    }
  }

  @Override
  public void freeze() {
    if (channel != null) {
      channel.config().setAutoRead(false);
    }
  }
}
