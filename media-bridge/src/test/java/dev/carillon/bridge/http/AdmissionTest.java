package dev.carillon.bridge.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carillon.bridge.engine.EngineRoster;
import dev.carillon.bridge.engine.RecordedEvents;
import dev.carillon.bridge.openai.RehearsedEngine;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdmissionTest {
  private final EmbeddedChannel channel = new EmbeddedChannel();
  private final LiveSessions sessions = new LiveSessions();
  private final Loops loops = new Loops();
  private final EngineRoster engines = new EngineRoster(new RehearsedEngine(), List.of());

  @Test
  void anIdleBridgeTakesACall() {
    var admission = admission(Limits.from(Map.of()), engines);

    assertThat(admission.refusal(channel.eventLoop())).isEmpty();
    assertThat(admission.json())
        .isEqualTo("\"mostCalls\":2000,\"loopLagMs\":0,\"mostLoopLagMs\":150,\"engineSlots\":[]");
  }

  @Test
  void aDrainingBridgeTakesNone() throws InterruptedException {
    sessions.drain(Duration.ZERO, Duration.ZERO);

    assertThat(admission(Limits.from(Map.of()), engines).refusal(channel.eventLoop()))
        .contains("draining");
  }

  @Test
  void aFullBridgeTakesNone() {
    var admission = admission(new Limits(0, 150, Map.of()), engines);

    assertThat(admission.refusal(channel.eventLoop())).contains("full");
  }

  @Test
  void withoutAnEngineSlotNoCallIsTaken() {
    var limits = Limits.from(Map.of("CARILLON_BRIDGE_ENGINE_SLOTS", "rehearsal=1"));
    var bounded = limits.bound(engines);
    var admission = admission(limits, bounded);
    assertThat(admission.refusal(channel.eventLoop())).isEmpty();

    bounded.usual().open(channel.eventLoop(), new RecordedEvents());

    assertThat(admission.refusal(channel.eventLoop())).contains("engines");
    assertThat(admission.json()).contains("[{\"engine\":\"rehearsal\",\"open\":1,\"most\":1}]");
  }

  @Test
  void aLoopThatIsLateTakesNone() {
    var late = new EmbeddedChannel();
    loops.lag(late.eventLoop()).note(Duration.ofMillis(200).toNanos());
    loops.lag(late.eventLoop()).note(Duration.ofMillis(200).toNanos());
    loops.lag(late.eventLoop()).note(Duration.ofMillis(200).toNanos());
    var admission = admission(Limits.from(Map.of()), engines);

    assertThat(admission.refusal(late.eventLoop())).contains("lag");
    assertThat(admission.refusal(channel.eventLoop())).isEmpty();
    assertThat(admission.json()).contains("\"loopLagMs\":200");
  }

  @Test
  void limitsThatAreNoNumbersStopTheStart() {
    assertThatThrownBy(() -> Limits.from(Map.of("CARILLON_BRIDGE_MAX_CALLS", "many")))
        .hasMessageContaining("CARILLON_BRIDGE_MAX_CALLS");
    assertThatThrownBy(() -> Limits.from(Map.of("CARILLON_BRIDGE_ENGINE_SLOTS", "openai")))
        .hasMessageContaining("CARILLON_BRIDGE_ENGINE_SLOTS");
    assertThatThrownBy(() -> Limits.from(Map.of("CARILLON_BRIDGE_MAX_LAG_MS", "0")))
        .hasMessageContaining("CARILLON_BRIDGE_MAX_LAG_MS");
  }

  private Admission admission(Limits limits, EngineRoster roster) {
    return new Admission(limits, sessions, loops, roster);
  }
}
