package dev.carillon.sandbox.carrier.handset;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class TurnDetectorTest {
  private final TurnDetector detector = new TurnDetector();
  private final List<TurnDetector.Change> changes = new ArrayList<>();

  @Test
  void aTurnEndsWithSilenceAndKeepsItsSound() {
    feed(10, false);
    feed(50, true);
    feed(40, false);

    assertThat(changes).hasSize(2);
    assertThat(changes.getFirst().began()).isTrue();
    TurnDetector.Stretch turn = Objects.requireNonNull(changes.getLast().stretch());
    assertThat(turn.began()).isEqualTo(Duration.ofMillis(200));
    assertThat(turn.ended()).isEqualTo(Duration.ofMillis(1200));
    assertThat(turn.sound().length).isGreaterThanOrEqualTo(50 * 160);
  }

  @Test
  void aShortPauseDoesNotEndIt() {
    feed(20, true);
    feed(20, false);
    feed(20, true);

    assertThat(changes).hasSize(1);
    assertThat(detector.inTurn()).isTrue();
  }

  @Test
  void aClickIsNoTurn() {
    feed(1, true);
    feed(50, false);

    assertThat(changes).isEmpty();
  }

  @Test
  void silenceOfEitherSignIsSilence() {
    byte[] other = new byte[160];
    Arrays.fill(other, (byte) 0x7F);

    assertThat(Mulaw.voiced(other)).isFalse();
    assertThat(Mulaw.decode(Mulaw.SILENCE)).isZero();
  }

  @Test
  void encodingIsTheInverseOfDecoding() {
    for (int code = 0; code < 256; code++) {
      short sample = Mulaw.decode((byte) code);

      assertThat(Mulaw.decode(Mulaw.encode(sample))).isEqualTo(sample);
    }
  }

  private void feed(int frames, boolean voiced) {
    byte[] frame = new byte[160];
    Arrays.fill(frame, Mulaw.SILENCE);
    if (voiced) {
      System.arraycopy(Mulaw.tone(440, 20), 0, frame, 0, 160);
    }
    for (int i = 0; i < frames; i++) {
      TurnDetector.Change change = detector.feed(frame);
      if (!change.equals(TurnDetector.Change.NONE)) {
        changes.add(change);
      }
    }
  }
}
