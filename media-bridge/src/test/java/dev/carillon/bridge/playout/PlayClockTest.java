package dev.carillon.bridge.playout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlayClockTest {
  private final ManualClock clock = new ManualClock();
  private final PlayClock played = new PlayClock(clock);

  @Test
  void withoutMarksTheClockAloneCounts() {
    played.begin(0);
    clock.advanceMillis(250);

    assertThat(played.position(8_000)).isEqualTo(2_000);
  }

  @Test
  void nothingIsPlayedThatWasNotSent() {
    played.begin(0);
    clock.advanceMillis(5_000);

    assertThat(played.position(800)).isEqualTo(800);
    assertThat(played.atMost(800)).isEqualTo(800);
  }

  @Test
  void marksTellHowFarBehindTheCarrierIs() {
    played.begin(0);
    clock.advanceMillis(280);
    played.reached(1_600);
    clock.advanceMillis(100);

    assertThat(played.position(8_000)).isEqualTo(1_600 + 800);
  }

  @Test
  void oneLateMarkDoesNotMoveThePosition() {
    played.begin(0);
    clock.advanceMillis(220);
    played.reached(1_600);
    clock.advanceMillis(380);
    played.reached(3_200);

    assertThat(played.position(8_000)).isEqualTo((600 - 20) * 8L);
  }

  @Test
  void aCarrierThatFellBehindForGoodIsBelieved() {
    played.begin(0);
    for (int i = 1; i <= 5; i++) {
      clock.advanceMillis(200);
      played.reached(i * 1_600L - 800);
    }

    assertThat(played.position(80_000)).isEqualTo(8_000 - 800);
  }

  @Test
  void sendingIsPacedByTheClockNotByLateMarks() {
    played.begin(0);
    clock.advanceMillis(700);
    played.reached(1_600);

    assertThat(played.atMost(80_000)).isEqualTo(5_600);
  }
}
