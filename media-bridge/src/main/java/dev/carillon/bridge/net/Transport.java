package dev.carillon.bridge.net;

import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.channel.uring.IoUring;
import io.netty.channel.uring.IoUringIoHandler;
import io.netty.channel.uring.IoUringServerSocketChannel;
import io.netty.channel.uring.IoUringSocketChannel;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How the process talks to the kernel about its sockets.
public enum Transport {
  EPOLL(EpollServerSocketChannel.class, EpollSocketChannel.class),
  IO_URING(IoUringServerSocketChannel.class, IoUringSocketChannel.class),
  NIO(NioServerSocketChannel.class, NioSocketChannel.class);

  private static final Logger log = LoggerFactory.getLogger(Transport.class);

  private final Class<? extends ServerChannel> listening;
  private final Class<? extends Channel> connecting;

  Transport(Class<? extends ServerChannel> listening, Class<? extends Channel> connecting) {
    this.listening = listening;
    this.connecting = connecting;
  }

  /// The one that is wanted by name, where the machine has it; else the best one it has, and a
  /// warning that says why. An empty name wants epoll, or whatever there is instead of it.
  ///
  /// @throws IllegalArgumentException for a name there is no transport of
  public static Transport wanted(String name) {
    if (name.isBlank()) {
      return EPOLL.available() ? EPOLL : NIO;
    }
    var wanted = named(name.strip().toUpperCase(Locale.ROOT));
    if (wanted.available()) {
      return wanted;
    }
    var instead = EPOLL.available() ? EPOLL : NIO;
    log.atWarn()
        .addKeyValue("wanted", wanted)
        .addKeyValue("used", instead)
        .addKeyValue("cause", wanted.whyNot())
        .log("this machine does not offer the transport that was asked for");
    return instead;
  }

  private static Transport named(String name) {
    for (var transport : values()) {
      if (transport.name().equals(name)) {
        return transport;
      }
    }
    throw new IllegalArgumentException(
        "CARILLON_BRIDGE_TRANSPORT is neither epoll nor io_uring nor nio: " + name);
  }

  /// Whether this machine has it.
  public boolean available() {
    return switch (this) {
      case EPOLL -> Epoll.isAvailable();
      case IO_URING -> IoUring.isAvailable();
      case NIO -> true;
    };
  }

  /// So many threads, each with the sockets of its calls.
  public EventLoopGroup loops(int threads) {
    return new MultiThreadIoEventLoopGroup(threads, handlers());
  }

  /// The kind of socket that listens.
  public Class<? extends ServerChannel> listening() {
    return listening;
  }

  /// The kind of socket that connects.
  public Class<? extends Channel> connecting() {
    return connecting;
  }

  private IoHandlerFactory handlers() {
    return switch (this) {
      case EPOLL -> EpollIoHandler.newFactory();
      case IO_URING -> IoUringIoHandler.newFactory();
      case NIO -> NioIoHandler.newFactory();
    };
  }

  private String whyNot() {
    var cause =
        switch (this) {
          case EPOLL -> Epoll.unavailabilityCause();
          case IO_URING -> IoUring.unavailabilityCause();
          case NIO -> null;
        };
    return cause == null ? "" : String.valueOf(cause.getMessage());
  }
}
