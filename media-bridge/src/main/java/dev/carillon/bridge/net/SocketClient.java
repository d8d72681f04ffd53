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

/// Opens WebSockets to providers, on the event loop of the call's phone line, so that one thread
/// sees both sides. One for the process: what TLS needs is read once, and never on an event loop.
public final class SocketClient {
  private static final int LARGEST_MESSAGE = 16 << 20;
  private static final int HANDSHAKE_MILLIS = 5_000;

  private final Class<? extends Channel> transport;
  private @Nullable SslContext tls;

  public SocketClient(Class<? extends Channel> transport) {
    this.transport = transport;
  }

  /// Starts to connect and returns at once.
  ///
  /// @param address `ws` or `wss`, with path and query
  /// @param headers of the upgrade; secret
  public void open(URI address, Map<String, String> headers, EventLoop loop, SocketEvents events) {
    var handler = new SocketHandler(events);
    // Looking a name up and reading certificates may block, which an event loop must not.
    Thread.ofVirtual().name("resolve-engine").start(() -> resolve(address, headers, loop, handler));
  }

  private void resolve(
      URI address, Map<String, String> headers, EventLoop loop, SocketHandler handler) {
    try {
      boolean encrypted = "wss".equals(address.getScheme());
      var attempt = new Attempt(address, headers, encrypted ? tls() : null, handler);
      var resolved = attempt.resolved();
      loop.execute(() -> connect(loop, resolved, attempt));
    } catch (UnknownHostException _) {
      loop.execute(() -> handler.fail("unknown_host"));
    } catch (SSLException _) {
      loop.execute(() -> handler.fail("no_tls"));
    }
  }

  private synchronized SslContext tls() throws SSLException {
    var known = tls;
    if (known == null) {
      known = SslContextBuilder.forClient().build();
      tls = known;
    }
    return known;
  }

  private void connect(EventLoop loop, InetSocketAddress resolved, Attempt attempt) {
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
                attempt.prepare(channel);
              }
            })
        .connect(resolved)
        .addListener(connected -> {
          if (!connected.isSuccess()) {
            attempt.handler.fail("connect_refused");
          }
        });
  }

  /// One connection that is being opened.
  private record Attempt(
      URI address, Map<String, String> headers, @Nullable SslContext tls, SocketHandler handler) {

    InetSocketAddress resolved() throws UnknownHostException {
      return new InetSocketAddress(InetAddress.getByName(address.getHost()), port());
    }

    void prepare(Channel channel) {
      if (tls != null) {
        channel.pipeline().addLast(tls.newHandler(channel.alloc(), address.getHost(), port()));
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

    private int port() {
      if (address.getPort() >= 0) {
        return address.getPort();
      }
      return tls == null ? 80 : 443;
    }
  }
}
