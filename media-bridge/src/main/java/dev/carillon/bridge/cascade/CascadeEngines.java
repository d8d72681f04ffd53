package dev.carillon.bridge.cascade;

import dev.carillon.bridge.engine.EngineEvents;
import dev.carillon.bridge.engine.VoiceEngine;
import dev.carillon.bridge.engine.VoiceEngines;
import dev.carillon.bridge.faculty.Ears;
import dev.carillon.bridge.faculty.Mind;
import dev.carillon.bridge.faculty.Voice;
import dev.carillon.bridge.playout.CallClock;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Opens conversations held by one set of ears, mind and voice.
public final class CascadeEngines implements VoiceEngines {
  private final String name;
  private final CascadeParts parts;

  /// @param name `<hears>+<thinks>+<speaks>`
  public CascadeEngines(String name, CascadeParts parts) {
    this.name = name;
    this.parts = parts;
  }

  /// The same with a voice that nobody else uses.
  public CascadeEngines(String name, Ears ears, Mind mind, Voice voice) {
    this(name, new CascadeParts(ears, mind, voice, new KeptPhrases()));
  }

  @Override
  public VoiceEngine open(EventLoop loop, EngineEvents events) {
    return new CascadeEngine(parts, loop, new LoopTime(loop), events);
  }

  @Override
  public String name() {
    return name;
  }

  /// Time of the call's event loop.
  private record LoopTime(EventLoop loop) implements CallClock {
    @Override
    public long nanos() {
      return System.nanoTime();
    }

    @Override
    public Alarm after(Duration delay, Runnable task) {
      var scheduled = loop.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
      return () -> scheduled.cancel(false);
    }
  }
}
