package dev.carillon.bridge.playout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenItemTest {
  private final SpokenItem item = new SpokenItem("i1", "r1");

  @ParameterizedTest
  @CsvSource({"0,''", "999,one two", "500,one", "1800,one two three", "2400,one two three four"})
  void theWordsAreCutInProportionToTheSoundAndNeverWithinAWord(long played, String words) {
    item.made(2_400);
    item.addText("one two three four");

    assertThat(item.textUpTo(played)).isEqualTo(words);
  }

  @Test
  void milliSecondsAreRoundedDownPieceByPieceAsEnginesCount() {
    item.made(777);
    item.made(777);
    item.sent(0, 1_554);

    assertThat(item.playedMs(100_000)).isEqualTo(194);
  }

  @Test
  void whatIsNotOnTheLineHasNotBeenPlayed() {
    item.made(8_000);

    assertThat(item.playedMs(100_000)).isZero();
  }
}
