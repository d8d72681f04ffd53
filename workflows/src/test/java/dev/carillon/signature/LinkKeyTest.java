package dev.carillon.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkKeyTest {

  @Test
  void everySpellingOfOneKeyIsTheSameKey() {
    var expected = LinkKey.parse("+/+/+/+/+/+/+/+/+/+/+/==");

    assertThat(LinkKey.parse("-_-_-_-_-_-_-_-_-_-_-_")).isEqualTo(expected);
    assertThat(LinkKey.parse(" +/+/+/+/+/+/+/+/+/+/+/\n")).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AAAA", "not base64 at all, it is too long for that!"})
  void whatIsNoKeyIsRefusedByName(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LinkKey.parse(text))
        .withMessageStartingWith("CARILLON_LINK_KEY");
  }
}
