package dev.carillon.bridge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.bridge.openai.RehearsedEngine;
import io.netty.channel.EventLoop;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EngineSlotsTest {
  private final EmbeddedChannel channel = new EmbeddedChannel();
  private final EventLoop loop = channel.eventLoop();
  private final RecordedEvents events = new RecordedEvents();
  private final EngineRoster roster =
      new EngineRoster(new RehearsedEngine(), List.of()).bounded(Map.of("rehearsal", 1));

  @Test
  void oneConversationTooManyFailsAtOnce() {
    roster.usual().open(loop, events);

    var second = roster.usual().open(loop, events);
    channel.runPendingTasks();
    second.close();

    assertThat(events.events).containsExactly("failed " + EngineSlots.NONE_LEFT);
    assertThat(roster.free()).isFalse();
    assertThat(roster.slots()).singleElement().extracting(EngineSlots::taken).isEqualTo(1);
  }

  @Test
  void aConversationGivesItsSlotBackOnce() {
    var engine = roster.usual().open(loop, events);

    engine.close();
    engine.close();

    assertThat(roster.slots().getFirst().taken()).isZero();
    assertThat(roster.free()).isTrue();
  }

  @Test
  void anEngineThatNobodyBoundsIsAlwaysFree() {
    var unbounded = new EngineRoster(new RehearsedEngine(), List.of()).bounded(Map.of("other", 1));

    unbounded.usual().open(loop, events);

    assertThat(unbounded.slots()).isEmpty();
    assertThat(unbounded.free()).isTrue();
  }
}
