package dev.carillon.bridge.http;

import dev.carillon.bridge.session.Tally;
import dev.carillon.call.StreamEnd;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;

/// The bridge's figures for Prometheus.
final class Meters implements Tally {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  Meters(LiveSessions sessions) {
    Gauge.builder("carillon.bridge.calls.active", sessions, LiveSessions::count).register(registry);
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
  public void engineFailed(String code) {
    registry.counter("carillon.bridge.engine.failed", "code", code).increment();
  }

  void refused(String why) {
    registry.counter("carillon.bridge.upgrades.refused", "why", why).increment();
  }

  String scrape() {
    return registry.scrape();
  }
}
