package dev.carillon.bridge.cascade;

import dev.carillon.bridge.engine.EngineEvents;
import dev.carillon.bridge.engine.VoiceEngine;
import dev.carillon.bridge.engine.VoiceEngines;
import io.netty.channel.EventLoop;

/// Opens conversations held by one set of ears, mind and voice.
public final class CascadeEngines implements VoiceEngines {
  private final String name;
  private final Ears ears;
  private final Mind mind;
  private final Voice voice;

  /// @param name `<hears>+<thinks>+<speaks>`
  public CascadeEngines(String name, Ears ears, Mind mind, Voice voice) {
    this.name = name;
    this.ears = ears;
    this.mind = mind;
    this.voice = voice;
  }

  @Override
  public VoiceEngine open(EventLoop loop, EngineEvents events) {
    return new CascadeEngine(ears, mind, voice, loop, events, System::nanoTime);
  }

  @Override
  public String name() {
    return name;
  }
}
