package dev.carillon.bridge.elevenlabs;

import dev.carillon.bridge.faculty.Voice;
import io.netty.channel.EventLoop;
import java.net.http.HttpClient;

/// Speaks with an ElevenLabs voice. Each piece of speech is a request of its own: its end is the
/// end of the sound, which their sockets do not tell, and a barge-in hangs up on it.
public final class ElevenLabsVoice implements Voice {
  private final ElevenLabsSettings settings;
  private final HttpClient http;

  public ElevenLabsVoice(ElevenLabsSettings settings, HttpClient http) {
    this.settings = settings;
    this.http = http;
  }

  @Override
  public Speech open(EventLoop loop, Events events) {
    loop.execute(events::canSpeak);
    return new RequestedSpeech(settings, http, loop, events);
  }
}
