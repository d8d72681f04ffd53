package dev.carillon.bridge.http;

import static io.netty.handler.codec.http.HttpResponseStatus.BAD_REQUEST;
import static io.netty.handler.codec.http.HttpResponseStatus.FORBIDDEN;
import static io.netty.handler.codec.http.HttpResponseStatus.METHOD_NOT_ALLOWED;
import static io.netty.handler.codec.http.HttpResponseStatus.NOT_FOUND;
import static io.netty.handler.codec.http.HttpResponseStatus.OK;
import static io.netty.handler.codec.http.HttpResponseStatus.SERVICE_UNAVAILABLE;
import static io.netty.handler.codec.http.HttpResponseStatus.UPGRADE_REQUIRED;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.carillon.bridge.line.TwilioLine;
import dev.carillon.bridge.listen.ListeningPost;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import io.netty.handler.timeout.ReadTimeoutException;
import io.netty.handler.timeout.ReadTimeoutHandler;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets signed media streams in, and listeners with a ticket; tells health and figures.
final class Door extends SimpleChannelInboundHandler<FullHttpRequest> {
  private static final Logger log = LoggerFactory.getLogger(Door.class);
  private static final String MEDIA = "/media/";
  private static final String LISTEN = "/listen/";
  private static final int LARGEST_FRAME = 64 << 10;
  private static final WebSocketDecoderConfig FRAMES =
      WebSocketDecoderConfig.newBuilder()
          .maxFramePayloadLength(LARGEST_FRAME)
          .allowExtensions(false)
          .withUTF8Validator(false)
          .build();

  private final Reception reception;

  Door(Reception reception) {
    this.reception = reception;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
    if (!request.decoderResult().isSuccess()) {
      answer(ctx, BAD_REQUEST, "text/plain", "");
      return;
    }
    var target = request.uri();
    if (target.startsWith(MEDIA)) {
      media(ctx, request, target);
    } else if (target.startsWith(LISTEN)) {
      listen(ctx, request, target);
    } else if (!request.method().equals(HttpMethod.GET)) {
      answer(ctx, METHOD_NOT_ALLOWED, "text/plain", "");
    } else if (target.equals("/health")) {
      answer(ctx, OK, "application/json", reception.health());
    } else if (target.equals("/actuator/prometheus")) {
      answer(ctx, OK, "text/plain; version=0.0.4; charset=utf-8", reception.meters().scrape());
    } else {
      answer(ctx, NOT_FOUND, "text/plain", "");
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (!(cause instanceof IOException) && !(cause instanceof ReadTimeoutException)) {
      log.atWarn().addKeyValue("cause", cause.getClass().getSimpleName()).log("a request broke");
    }
    ctx.close();
  }

  private void media(ChannelHandlerContext ctx, FullHttpRequest request, String target) {
    var token = target.substring(MEDIA.length());
    var call = reception.callOf(token, request.headers().get("X-Twilio-Signature"));
    if (call.isEmpty()) {
      reception.meters().refused("signature");
      answer(ctx, FORBIDDEN, "text/plain", "");
      return;
    }
    if (!asksForSocket(request)) {
      answer(ctx, UPGRADE_REQUIRED, "text/plain", "");
      return;
    }
    var refusal = reception.admission().refusal(ctx.channel().eventLoop());
    if (refusal.isPresent()) {
      reception.meters().refused(refusal.get());
      answer(ctx, SERVICE_UNAVAILABLE, "text/plain", "");
      return;
    }
    var channel = ctx.channel();
    upgrade(
        ctx,
        request,
        new TwilioLine(
            channel, line -> reception.session(call.get(), token, line, channel.eventLoop())));
  }

  private void listen(ChannelHandlerContext ctx, FullHttpRequest request, String target) {
    if (!asksForSocket(request)) {
      answer(ctx, UPGRADE_REQUIRED, "text/plain", "");
      return;
    }
    switch (reception.listeningPost().enter(target.substring(LISTEN.length()))) {
      case ListeningPost.Entry.Open open -> upgrade(ctx, request, open.listener(ctx.channel()));
      case ListeningPost.Entry.Forbidden _ -> {
        reception.meters().refused("ticket");
        answer(ctx, FORBIDDEN, "text/plain", "");
      }
      case ListeningPost.Entry.NotHere _ -> answer(ctx, NOT_FOUND, "text/plain", "");
      case ListeningPost.Entry.Full _ -> answer(ctx, SERVICE_UNAVAILABLE, "text/plain", "");
    }
  }

  private static boolean asksForSocket(FullHttpRequest request) {
    return request.headers().contains(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true);
  }

  private void upgrade(ChannelHandlerContext ctx, FullHttpRequest request, ChannelHandler end) {
    var handshaker =
        new WebSocketServerHandshakerFactory(request.uri(), null, FRAMES).newHandshaker(request);
    if (handshaker == null) {
      WebSocketServerHandshakerFactory.sendUnsupportedVersionResponse(ctx.channel());
      return;
    }
    var channel = ctx.channel();
    var pipeline = ctx.pipeline();
    pipeline.remove(ReadTimeoutHandler.class);
    handshaker
        .handshake(channel, request)
        .addListener(upgraded -> {
          if (!upgraded.isSuccess()) {
            channel.close();
          }
        });
    pipeline.addLast(new WebSocketFrameAggregator(LARGEST_FRAME), end);
    pipeline.remove(this);
  }

  private static void answer(
      ChannelHandlerContext ctx, HttpResponseStatus status, String type, String body) {
    var response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1, status, Unpooled.copiedBuffer(body, UTF_8));
    response
        .headers()
        .set(HttpHeaderNames.CONTENT_TYPE, type)
        .set(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes())
        .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    ctx.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
  }
}
