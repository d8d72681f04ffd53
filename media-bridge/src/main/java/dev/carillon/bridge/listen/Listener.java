package dev.carillon.bridge.listen;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;

/// One person who listens, at the end of a WebSocket. The call never waits for them: what their
/// socket does not take is not kept, and one that takes nothing for a while is closed.
public final class Listener extends SimpleChannelInboundHandler<WebSocketFrame> {
  private static final int OVER = 1000;
  private static final int TOO_SLOW = 1013;

  /// At fifty frames a second from each side: three seconds.
  private static final int MOST_MISSED = 300;

  private final Channel channel;
  private final Tap tap;
  private int missed;

  Listener(Channel channel, Tap tap) {
    this.channel = channel;
    this.tap = tap;
  }

  /// Sends a message, unless the socket is full. Called on the call's event loop, which may be
  /// another one than the socket's; `message` stays the caller's.
  void send(ByteBuf message) {
    if (channel.isWritable()) {
      missed = 0;
      channel.writeAndFlush(
          new BinaryWebSocketFrame(message.retainedDuplicate()), channel.voidPromise());
    } else if (++missed == MOST_MISSED) {
      close(TOO_SLOW, "too slow");
    }
  }

  /// The call is over.
  void ended() {
    channel.write(new TextWebSocketFrame("{\"state\":\"ended\"}"), channel.voidPromise());
    close(OVER, "the call is over");
  }

  private void close(int code, String reason) {
    tap.leave(this);
    channel.writeAndFlush(new CloseWebSocketFrame(code, reason)).addListener(_ -> channel.close());
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    if (!tap.join(this)) {
      ended();
    }
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, WebSocketFrame frame) {
    switch (frame) {
      case PingWebSocketFrame ping ->
          ctx.writeAndFlush(new PongWebSocketFrame(ping.content().retain()), ctx.voidPromise());
      case CloseWebSocketFrame close ->
          ctx.writeAndFlush(new CloseWebSocketFrame(true, 0, close.content().retain()))
              .addListener(_ -> ctx.close());
      default -> {
        // Who listens has nothing to say here.
      }
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    tap.leave(this);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    ctx.close();
  }
}
