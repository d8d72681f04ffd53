package dev.carillon.bridge.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carillon.bridge.playout.CallClock;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LoopsTest {
  private final EmbeddedChannel channel = new EmbeddedChannel();
  private final LoopBeats beats = new LoopBeats(channel.eventLoop());
  private final List<String> done = new ArrayList<>();

  @Test
  void aBeatIsHeardEveryTwentyMillisecondsWhileItIsOn() {
    channel.freezeTime();
    var beat = beats.beat(() -> done.add("beat"));
    beat.on();
    beat.on();

    tick();
    tick();
    beat.off();
    tick();

    assertThat(done).containsExactly("beat", "beat");
  }

  @Test
  void aTaskMaySwitchItselfOff() {
    channel.freezeTime();
    var own = new CallClock.Beat[1];
    own[0] =
        beats.beat(() -> {
          done.add("once");
          own[0].off();
        });
    var other = beats.beat(() -> done.add("other"));
    own[0].on();
    other.on();

    tick();
    tick();

    assertThat(done).containsExactlyInAnyOrder("once", "other", "other");
  }

  @Test
  void aCallThatBreaksDoesNotStopTheOthers() {
    var broken =
        beats.beat(() -> {
          throw new IllegalStateException("broken");
        });
    var other = beats.beat(() -> done.add("other"));
    other.on();
    broken.on();

    assertThatThrownBy(beats::run).hasMessage("broken");
    beats.run();

    assertThat(done).containsExactly("other");
  }

  @Test
  void onePauseIsNoLagButLatenessAgainAndAgainIs() {
    var lag = new LoopLag(channel.eventLoop());
    long late = TimeUnit.MILLISECONDS.toNanos(300);

    lag.note(late);
    lag.note(late);
    assertThat(lag.millis()).isZero();

    lag.note(late);
    assertThat(lag.millis()).isEqualTo(300);

    for (int i = 0; i < 16; i++) {
      lag.note(0);
    }
    assertThat(lag.millis()).isZero();
  }

  private void tick() {
    channel.advanceTimeBy(20, TimeUnit.MILLISECONDS);
    channel.runScheduledPendingTasks();
  }
}
