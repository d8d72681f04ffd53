package dev.carillon.bridge.deepgram;

import dev.carillon.bridge.cascade.Voice;
import dev.carillon.bridge.net.SocketClient;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import javax.net.ssl.SSLException;

/// Speaks with Deepgram's aura voices.
public final class DeepgramVoice implements Voice {
  private final SocketClient sockets;

  /// @throws SSLException when the Java machine has no usable certificates
  public DeepgramVoice(DeepgramSettings settings, Class<? extends Channel> transport)
      throws SSLException {
    this.sockets = new SocketClient(settings.speakAddress(), settings.headers(), transport);
  }

  @Override
  public Speech open(EventLoop loop, Events events) {
    var speech = new AuraSpeech(events);
    sockets.open(loop, speech);
    return speech;
  }
}
