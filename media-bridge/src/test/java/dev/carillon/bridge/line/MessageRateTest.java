package dev.carillon.bridge.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MessageRateTest {
  private final MessageRate rate = new MessageRate(0);

  @Test
  void aPhoneLinesFramesAlwaysPass() {
    assertThat(LongStream.range(0, 5_000).allMatch(i -> rate.take(i * 20_000_000L))).isTrue();
  }

  @Test
  void whatAPauseOfFiveSecondsPiledUpPasses() {
    assertThat(LongStream.range(0, 250).allMatch(_ -> rate.take(5_000_000_000L))).isTrue();
  }

  @Test
  void twiceTheRateOfALineIsTooMuchInTheLongRun() {
    assertThat(LongStream.range(0, 5_000).allMatch(i -> rate.take(i * 5_000_000L))).isFalse();
  }
}
