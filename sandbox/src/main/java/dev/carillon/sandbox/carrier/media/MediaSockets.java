package dev.carillon.sandbox.carrier.media;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshaker13;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.net.URI;
import java.util.Map;
import javax.net.ssl.SSLException;

/// Opens WebSockets as the carrier's media servers do: version 13, no extensions, no origin.
public final class MediaSockets {
  private static final int CONNECT_MS = 5_000;
  private static final int LARGEST_FRAME = 16 << 20;

  private final EventLoop loop;

  public MediaSockets(EventLoop loop) {
    this.loop = loop;
  }

  void open(URI uri, Map<String, String> headers, MediaSocket.Listener listener) {
    boolean secure = "wss".equals(uri.getScheme());
    int port = uri.getPort() >= 0 ? uri.getPort() : secure ? 443 : 80;
    Bootstrap bootstrap =
        new Bootstrap()
            .group(loop)
            .channel(NioSocketChannel.class)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MS)
            .option(ChannelOption.TCP_NODELAY, true)
            .handler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) throws SSLException {
                    if (secure) {
                      SslContext tls = SslContextBuilder.forClient().build();
                      channel
                          .pipeline()
                          .addLast(tls.newHandler(channel.alloc(), uri.getHost(), port));
                    }
                    channel
                        .pipeline()
                        .addLast(
                            new HttpClientCodec(),
                            new HttpObjectAggregator(1 << 16),
                            new WebSocketFrameAggregator(LARGEST_FRAME),
                            new MediaSocketHandler(handshaker(uri, headers), listener));
                  }
                });
    ChannelFuture connecting = bootstrap.connect(uri.getHost(), port);
    connecting.addListener(done -> {
      if (!done.isSuccess()) {
        listener.refused(0, "31902 the media address refuses connections");
      }
    });
  }

  private static WebSocketClientHandshaker handshaker(URI uri, Map<String, String> headers) {
    HttpHeaders all = new DefaultHttpHeaders();
    headers.forEach(all::set);
    return new PlainHandshaker(uri, all);
  }

  /// The carrier's media servers are no browsers: they name no origin.
  private static final class PlainHandshaker extends WebSocketClientHandshaker13 {
    PlainHandshaker(URI uri, HttpHeaders headers) {
      super(uri, WebSocketVersion.V13, null, false, headers, LARGEST_FRAME);
    }

    @Override
    protected FullHttpRequest newHandshakeRequest() {
      FullHttpRequest request = super.newHandshakeRequest();
      request.headers().remove(HttpHeaderNames.ORIGIN);
      return request;
    }
  }
}
