package dev.carillon.bridge.http;

import dev.carillon.bridge.desk.CallDesk;
import dev.carillon.bridge.engine.EngineRoster;
import dev.carillon.bridge.journal.Journals;
import dev.carillon.bridge.net.Transport;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.uring.IoUringChannelOption;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.timeout.ReadTimeoutHandler;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// The bridge's listening socket.
public final class BridgeServer {
  private static final int REQUEST_SECONDS = 10;
  private static final int LARGEST_REQUEST = 8 << 10;
  private static final int UNANSWERED_MS = 10_000;

  private final BridgeSettings settings;
  private final EventLoopGroup loops;
  private final Transport transport;
  private final Reception reception;
  private @Nullable Channel listening;

  public BridgeServer(
      BridgeSettings settings,
      EventLoopGroup loops,
      Transport transport,
      CallDesk desk,
      EngineRoster engines,
      Journals journals,
      Executor workers,
      InstantSource now) {
    this.settings = settings;
    this.loops = loops;
    this.transport = transport;
    this.reception =
        new Reception(this::publicUrl, settings, desk, engines, journals, workers, now);
  }

  /// Begins to listen.
  ///
  /// @throws IOException when the port cannot be had
  public void start() throws IOException {
    var bound =
        new ServerBootstrap()
            .group(loops)
            .channel(transport.listening())
            .option(ChannelOption.SO_BACKLOG, 1024)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.SO_KEEPALIVE, true)
            .childOption(
                ChannelOption.WRITE_BUFFER_WATER_MARK, new WriteBufferWaterMark(32 << 10, 64 << 10))
            .childHandler(
                new ChannelInitializer<>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    accept(channel);
                  }
                })
            .bind(settings.bind(), settings.port())
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      throw new IOException(
          "port %d on %s cannot be had".formatted(settings.port(), settings.bind()), bound.cause());
    }
    listening = bound.channel();
    reception.watch(loops);
  }

  /// The port that is listened on.
  public int port() {
    return listening != null && listening.localAddress() instanceof InetSocketAddress address
        ? address.getPort()
        : settings.port();
  }

  /// How many streams are open.
  public int activeCalls() {
    return reception.sessions().count();
  }

  /// Takes no new stream; waits `patience` for the open ones to end by themselves, then tells them
  /// to leave the call to another bridge and gives them `grace` to report.
  public void drain(Duration patience, Duration grace) throws InterruptedException {
    reception.sessions().drain(patience, grace);
    if (listening != null) {
      listening.close().awaitUninterruptibly(1_000);
    }
  }

  private String publicUrl() {
    var configured = settings.publicUrl();
    return configured != null ? configured : "ws://" + settings.bind() + ":" + port();
  }

  private void accept(Channel channel) {
    switch (transport) {
      case EPOLL -> channel.config().setOption(EpollChannelOption.TCP_USER_TIMEOUT, UNANSWERED_MS);
      case IO_URING ->
          channel.config().setOption(IoUringChannelOption.TCP_USER_TIMEOUT, UNANSWERED_MS);
      case NIO -> {
        // Java has no such option.
      }
    }
    channel
        .pipeline()
        .addLast(
            new ReadTimeoutHandler(REQUEST_SECONDS),
            new HttpServerCodec(),
            new HttpObjectAggregator(LARGEST_REQUEST),
            new Door(reception));
  }
}
