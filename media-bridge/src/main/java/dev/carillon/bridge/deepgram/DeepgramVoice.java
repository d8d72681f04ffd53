package dev.carillon.bridge.deepgram;

import dev.carillon.bridge.faculty.Voice;
import dev.carillon.bridge.net.SocketClient;
import io.netty.channel.EventLoop;

/// Speaks with Deepgram's aura voices.
public final class DeepgramVoice implements Voice {
  private final DeepgramSettings settings;
  private final SocketClient sockets;

  public DeepgramVoice(DeepgramSettings settings, SocketClient sockets) {
    this.settings = settings;
    this.sockets = sockets;
  }

  @Override
  public Speech open(EventLoop loop, Events events) {
    var speech = new AuraSpeech(events);
    sockets.open(settings.speakAddress(), settings.headers(), loop, speech);
    return speech;
  }
}
