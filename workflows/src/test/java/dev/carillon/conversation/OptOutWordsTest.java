package dev.carillon.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptOutWordsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "STOP",
        "Stop.",
        "stop",
        "ＳＴＯＰ",
        "STOPALL",
        "stop all",
        "UNSUBSCRIBE",
        "stop please",
        "Please stop",
        "please stop calling me",
        "no más",
        "NO MAS!",
        "REVOKE",
        "opt out",
        "Opt-Out",
        "optout",
        "Cancel",
        "END",
        "quit",
        "s t o p",
        "S.T.O.P.",
        "Stop 🛑",
        "STOP STOP STOP",
        "  stop\n",
        "\u200Bstop",
        "Arrêt",
        "alto",
        "Don't call me",
        "do not call me again",
        "Don’t text me anymore",
        "remove me from your list",
        "no more calls please",
        "stop it",
        "stop texting me",
        "stóp",
        "stop?",
        "leave me alone"
      })
  void aWishToBeLeftAloneIsFound(String text) {
    assertThat(OptOutWords.wishIn(text)).isEqualTo(TextWish.STOP);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bus stop?",
        "don't stop",
        "Don’t stop calling",
        "Is it still on?",
        "",
        " ",
        "yes",
        "no",
        "Where do I stop by?",
        "can I cancel my appointment?",
        "cancel my appointment",
        "the weekend",
        "I will stop by at 9",
        "when does it end?",
        "😀",
        "no mas tarde, a las dos"
      })
  void otherTextsAreNone(String text) {
    assertThat(OptOutWords.wishIn(text)).isEqualTo(TextWish.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"START", "Unstop", "start!"})
  void textsAreWelcomeAgain(String text) {
    assertThat(OptOutWords.wishIn(text)).isEqualTo(TextWish.START);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HELP", "info?", "Ayuda"})
  void helpIsAskedFor(String text) {
    assertThat(OptOutWords.wishIn(text)).isEqualTo(TextWish.HELP);
  }
}
