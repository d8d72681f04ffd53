package dev.carillon.bridge.engine;

import io.netty.channel.EventLoop;
import java.util.concurrent.atomic.AtomicInteger;

/// One provider's engines with a bound on how many conversations are open at once, as its contract
/// or its rate limits want it. One too many fails at once, so that the next engine of the agent's
/// list is taken. Any thread.
public final class EngineSlots implements VoiceEngines {
  /// The code that a conversation without a slot fails with.
  public static final String NONE_LEFT = "no_slot";

  private final VoiceEngines engines;
  private final int most;
  private final AtomicInteger taken = new AtomicInteger();

  EngineSlots(VoiceEngines engines, int most) {
    this.engines = engines;
    this.most = most;
  }

  /// How many conversations are open.
  public int taken() {
    return taken.get();
  }

  /// How many may be.
  public int most() {
    return most;
  }

  /// Whether one more may be opened.
  public boolean free() {
    return taken.get() < most;
  }

  @Override
  public String name() {
    return engines.name();
  }

  @Override
  public void warmUp() {
    engines.warmUp();
  }

  @Override
  public VoiceEngine open(EventLoop loop, EngineEvents events) {
    if (taken.incrementAndGet() > most) {
      taken.decrementAndGet();
      // Not before the caller has the engine in its hands.
      loop.execute(() -> events.failed(NONE_LEFT));
      return new NoEngine();
    }
    return new SlottedEngine(engines.open(loop, events), taken::decrementAndGet);
  }
}
