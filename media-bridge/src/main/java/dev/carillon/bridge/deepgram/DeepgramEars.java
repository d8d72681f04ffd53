package dev.carillon.bridge.deepgram;

import dev.carillon.bridge.faculty.Ears;
import dev.carillon.bridge.net.SocketClient;
import io.netty.channel.EventLoop;

/// Listens with Deepgram's nova models, or with Flux, which also tells when a turn is over.
public final class DeepgramEars implements Ears {
  private final DeepgramSettings settings;
  private final SocketClient sockets;

  public DeepgramEars(DeepgramSettings settings, SocketClient sockets) {
    this.settings = settings;
    this.sockets = sockets;
  }

  @Override
  public Listening open(EventLoop loop, String language, Events events) {
    if (settings.flux()) {
      var turns = new FluxListening(loop, events);
      sockets.open(settings.turnsAddress(language), settings.headers(), loop, turns);
      return turns;
    }
    var listening = new NovaListening(loop, events);
    sockets.open(settings.listenAddress(language), settings.headers(), loop, listening);
    return listening;
  }
}
