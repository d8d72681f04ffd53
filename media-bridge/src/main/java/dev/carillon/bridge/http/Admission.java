package dev.carillon.bridge.http;

import dev.carillon.bridge.engine.EngineRoster;
import io.netty.channel.EventLoop;
import java.util.Optional;
import java.util.stream.Collectors;

/// Decides whether one more call is taken on. Any thread.
final class Admission {
  private final Limits limits;
  private final LiveSessions sessions;
  private final Loops loops;
  private final EngineRoster engines;

  Admission(Limits limits, LiveSessions sessions, Loops loops, EngineRoster engines) {
    this.limits = limits;
    this.sessions = sessions;
    this.loops = loops;
    this.engines = engines;
  }

  /// Why a call on this loop is sent away, in one word; empty when it is taken.
  Optional<String> refusal(EventLoop loop) {
    if (sessions.draining()) {
      return Optional.of("draining");
    }
    if (sessions.count() >= limits.calls()) {
      return Optional.of("full");
    }
    if (!engines.free()) {
      return Optional.of("engines");
    }
    if (loops.lagMillis(loop) > limits.lagMillis()) {
      return Optional.of("lag");
    }
    return Optional.empty();
  }

  /// How much is taken on of how much, as members of a JSON object.
  String json() {
    var slots =
        engines.slots().stream()
            .map(engine ->
                "{\"engine\":\"%s\",\"open\":%d,\"most\":%d}"
                    .formatted(engine.name(), engine.taken(), engine.most()))
            .collect(Collectors.joining(","));
    return "\"mostCalls\":%d,\"loopLagMs\":%d,\"mostLoopLagMs\":%d,\"engineSlots\":[%s]"
        .formatted(limits.calls(), loops.worstLagMillis(), limits.lagMillis(), slots);
  }
}
