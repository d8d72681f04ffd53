package dev.carillon.bridge.deepgram;

import dev.carillon.bridge.cascade.Ears;
import dev.carillon.bridge.net.SocketClient;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import javax.net.ssl.SSLException;

/// Listens with Deepgram's nova models.
public final class DeepgramEars implements Ears {
  private final DeepgramSettings settings;
  private final Class<? extends Channel> transport;

  public DeepgramEars(DeepgramSettings settings, Class<? extends Channel> transport) {
    this.settings = settings;
    this.transport = transport;
  }

  @Override
  public Listening open(EventLoop loop, String language, Events events) {
    var listening = new NovaListening(loop, events);
    try {
      new SocketClient(settings.listenAddress(language), settings.headers(), transport)
          .open(loop, listening);
    } catch (SSLException _) {
      loop.execute(() -> listening.lost("no_tls"));
    }
    return listening;
  }
}
