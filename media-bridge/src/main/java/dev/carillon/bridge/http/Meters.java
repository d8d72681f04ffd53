package dev.carillon.bridge.http;

import dev.carillon.bridge.engine.EngineRoster;
import dev.carillon.bridge.engine.EngineSlots;
import dev.carillon.bridge.engine.Usage;
import dev.carillon.bridge.session.Tally;
import dev.carillon.call.StreamEnd;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.stream.LongStream;

/// The bridge's figures for Prometheus.
final class Meters implements Tally {
  private static final Duration[] ANSWERS = millis(200, 300, 500, 800, 1_000, 1_500, 2_000, 3_000);
  private static final Duration[] SILENCES = millis(1, 2, 5, 10, 20, 50, 100);

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  Meters(LiveSessions sessions, Loops loops, EngineRoster engines) {
    Gauge.builder("carillon.bridge.calls.active", sessions, LiveSessions::count).register(registry);
    Gauge.builder("carillon.bridge.loop.lag", loops, all -> all.worstLagMillis() / 1e3)
        .baseUnit("seconds")
        .register(registry);
    for (var slots : engines.slots()) {
      Gauge.builder("carillon.bridge.engine.sessions", slots, EngineSlots::taken)
          .tag("engine", slots.name())
          .register(registry);
      Gauge.builder("carillon.bridge.engine.slots", slots, EngineSlots::most)
          .tag("engine", slots.name())
          .register(registry);
    }
    new JvmMemoryMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }

  @Override
  public void ended(StreamEnd.Reason reason, Duration open) {
    registry.timer("carillon.bridge.calls", "reason", reason.name()).record(open);
  }

  @Override
  public void protocolBroken(int closeCode) {
    registry
        .counter("carillon.bridge.protocol.broken", "code", Integer.toString(closeCode))
        .increment();
  }

  @Override
  public void answered(String engine, Duration took) {
    Timer.builder("carillon.bridge.turn.answer")
        .description("From the end of the person's speech to the first sound of the answer")
        .tag("engine", engine)
        .serviceLevelObjectives(ANSWERS)
        .register(registry)
        .record(took);
  }

  @Override
  public void gaveWay(String engine, Duration took) {
    Timer.builder("carillon.bridge.turn.barge.in")
        .description("From the engine's word that the person speaks to the line's silence")
        .tag("engine", engine)
        .serviceLevelObjectives(SILENCES)
        .register(registry)
        .record(took);
  }

  @Override
  public void used(Usage usage) {
    registry
        .counter(
            "carillon.bridge.usage",
            "provider",
            usage.provider(),
            "model",
            usage.model(),
            "unit",
            usage.unit())
        .increment((double) usage.quantity());
  }

  @Override
  public void engineFailed(String code) {
    registry.counter("carillon.bridge.engine.failed", "code", code).increment();
  }

  private static Duration[] millis(long... bounds) {
    return LongStream.of(bounds).mapToObj(Duration::ofMillis).toArray(Duration[]::new);
  }

  void refused(String why) {
    registry.counter("carillon.bridge.upgrades.refused", "why", why).increment();
  }

  String scrape() {
    return registry.scrape();
  }
}
