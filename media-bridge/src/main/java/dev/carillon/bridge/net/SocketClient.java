package dev.carillon.bridge.net;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
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
import java.net.UnknownHostException;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Opens WebSockets to one address of a provider, on the event loop of the call's phone line, so
/// that one thread sees both sides.
public final class SocketClient {
  private static final int LARGEST_MESSAGE = 16 << 20;
  private static final int HANDSHAKE_MILLIS = 5_000;

  private final URI address;
  private final Map<String, String> headers;
  private final Class<? extends Channel> transport;
  private final @Nullable SslContext tls;

  /// @param address `ws` or `wss`, with path and query
  /// @param headers of the upgrade; secret
  /// @throws SSLException when the Java machine has no usable certificates
  public SocketClient(URI address, Map<String, String> headers, Class<? extends Channel> transport)
      throws SSLException {
    this.address = address;
    this.headers = Map.copyOf(headers);
    this.transport = transport;
    this.tls = "wss".equals(address.getScheme()) ? SslContextBuilder.forClient().build() : null;
  }

  /// Starts to connect and returns at once.
  public void open(EventLoop loop, SocketEvents events) {
    var handler = new SocketHandler(events);
    // Looking a name up may block, which an event loop must not.
    Thread.ofVirtual().name("resolve-engine").start(() -> resolve(loop, handler));
  }

  private void resolve(EventLoop loop, SocketHandler handler) {
    try {
      var resolved = new InetSocketAddress(InetAddress.getByName(host()), port());
      loop.execute(() -> connect(loop, resolved, handler));
    } catch (UnknownHostException _) {
      loop.execute(() -> handler.fail("unknown_host"));
    }
  }

  private void connect(EventLoop loop, InetSocketAddress resolved, SocketHandler handler) {
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
        .connect(resolved)
        .addListener(connected -> {
          if (!connected.isSuccess()) {
            handler.fail("connect_refused");
          }
        });
  }

  private void pipeline(Channel channel, SocketHandler handler) {
    if (tls != null) {
      channel.pipeline().addLast(tls.newHandler(channel.alloc(), host(), port()));
    }
    var own = new DefaultHttpHeaders();
    headers.forEach(own::set);
    var protocol =
        WebSocketClientProtocolConfig.newBuilder()
            .webSocketUri(address)
            .version(WebSocketVersion.V13)
            .allowExtensions(false)
            .customHeaders(own)
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

  private String host() {
    return address.getHost();
  }

  private int port() {
    if (address.getPort() >= 0) {
      return address.getPort();
    }
    return tls == null ? 80 : 443;
  }
}
