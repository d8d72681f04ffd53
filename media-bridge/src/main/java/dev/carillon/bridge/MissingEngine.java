package dev.carillon.bridge;

import dev.carillon.bridge.engine.EngineEvents;
import dev.carillon.bridge.engine.NoEngine;
import dev.carillon.bridge.engine.VoiceEngine;
import dev.carillon.bridge.engine.VoiceEngines;
import io.netty.channel.EventLoop;

/// Stands where no voice engine is configured: every conversation fails at once, with that reason.
final class MissingEngine implements VoiceEngines {

  @Override
  public VoiceEngine open(EventLoop loop, EngineEvents events) {
    loop.execute(() -> events.failed("not_configured"));
    return new NoEngine();
  }

  @Override
  public String name() {
    return "none";
  }
}
