package dev.carillon.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardNumbersTest {

  // The networks' published test numbers.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "It is 4111111111111111, thanks. | It is •••• 1111, thanks.",
        "It is 4111 1111 1111 1111. | It is •••• 1111.",
        "5555-5555-5555-4444 | •••• 4444",
        "3782 822463 10005 | •••• 0005",
        "(pressed 4 0 0 0 0 5 6 6 5 5 6 6 5 5 5 6 #) | (pressed •••• 5556 #)",
        "four one one one, one one one one, one one one one, one one one one | •••• 1111",
        "It's 4111 1111 1111 1111 and the code is 123. | It's •••• 1111 and the code is 123.",
      })
  void theNumberOfACardIsHiddenHoweverItIsSaid(String said, String kept) {
    assertThat(CardNumbers.hidden(said)).isEqualTo(kept);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Call me at 212 867 0101 or 310 600 0104.",
        "See you on 11/26 at 10:30.",
        "4111 1111 1111 1112 is no card.",
        "0000 0000 0000 0000",
        "One more thing: two of the four tires."
      })
  void otherNumbersStay(String said) {
    assertThat(CardNumbers.hidden(said)).isEqualTo(said);
  }

  @Test
  void aCodeSaidBehindTheCardDoesNotUncoverIt() {
    assertThat(CardNumbers.hidden("4111 1111 1111 1111 12 26")).doesNotContain("4111");
  }
}
