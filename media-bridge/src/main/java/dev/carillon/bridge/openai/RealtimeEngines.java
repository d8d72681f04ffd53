package dev.carillon.bridge.openai;

import dev.carillon.bridge.engine.EngineEvents;
import dev.carillon.bridge.engine.VoiceEngine;
import dev.carillon.bridge.engine.VoiceEngines;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Connects to OpenAI Realtime on the event loop of the call's phone line, so that one thread sees
/// both sides. The `OpenAI-Beta` header is never sent: the provider refuses it since GA.
public final class RealtimeEngines implements VoiceEngines {
  private static final int LARGEST_MESSAGE = 16 << 20;
  private static final int HANDSHAKE_MILLIS = 5_000;

  private final RealtimeSettings settings;
  private final URI uri;
  private final Class<? extends Channel> transport;
  private final @Nullable SslContext tls;

  public RealtimeEngines(RealtimeSettings settings, Class<? extends Channel> transport)
      throws SSLException {
    this.settings = settings;
    this.transport = transport;
    this.tls = settings.encrypted() ? SslContextBuilder.forClient().build() : null;
    var model = URLEncoder.encode(settings.model(), StandardCharsets.UTF_8);
    this.uri = URI.create(settings.address() + "?model=" + model);
  }

  @Override
  public String name() {
    return "openai-realtime";
  }

  @Override
  public VoiceEngine open(EventLoop loop, EngineEvents events) {
    var engine = new RealtimeEngine();
    var handler = new RealtimeHandler(engine, events);
    // Looking a name up may block, which an event loop must not.
    Thread.ofVirtual().name("resolve-engine").start(() -> resolve(loop, handler));
    return engine;
  }

  private void resolve(EventLoop loop, RealtimeHandler handler) {
    try {
      var address = new InetSocketAddress(InetAddress.getByName(settings.host()), settings.port());
      loop.execute(() -> connect(loop, address, handler));
    } catch (UnknownHostException _) {
      loop.execute(() -> handler.fail("unknown_host"));
    }
  }

  private void connect(EventLoop loop, InetSocketAddress address, RealtimeHandler handler) {
    new Bootstrap()
        .group(loop)
        .channel(transport)
        .option(ChannelOption.TCP_NODELAY, true)
        .option(ChannelOption.SO_KEEPALIVE, true)
        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, HANDSHAKE_MILLIS)
        .option(ChannelOption.WRITE_BUFFER_WATER_MARK, new WriteBufferWaterMark(32 << 10, 64 << 10))
        .handler(
            new ChannelInitializer<>() {
              @Override
              protected void initChannel(Channel channel) {
                pipeline(channel, handler);
              }
            })
        .connect(address)
        .addListener(connected -> {
          if (!connected.isSuccess()) {
            handler.fail("connect_refused");
          }
        });
  }

  private void pipeline(Channel channel, RealtimeHandler handler) {
    if (tls != null) {
      channel.pipeline().addLast(tls.newHandler(channel.alloc(), settings.host(), settings.port()));
    }
    var headers =
        new DefaultHttpHeaders().set(HttpHeaderNames.AUTHORIZATION, "Bearer " + settings.apiKey());
    var protocol =
        WebSocketClientProtocolConfig.newBuilder()
            .webSocketUri(uri)
            .version(WebSocketVersion.V13)
            .allowExtensions(false)
            .customHeaders(headers)
            .maxFramePayloadLength(LARGEST_MESSAGE)
            .handleCloseFrames(false)
            .dropPongFrames(false)
            .handshakeTimeoutMillis(HANDSHAKE_MILLIS)
            .withUTF8Validator(false)
            .build();
    channel
        .pipeline()
        .addLast(
            new HttpClientCodec(),
            new HttpObjectAggregator(64 << 10),
            new WebSocketClientProtocolHandler(protocol),
            new WebSocketFrameAggregator(LARGEST_MESSAGE),
            handler);
  }
}
