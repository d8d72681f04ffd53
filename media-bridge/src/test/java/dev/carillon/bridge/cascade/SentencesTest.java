package dev.carillon.bridge.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentencesTest {
  private final Sentences sentences = new Sentences();

  @Test
  void aSentenceIsGivenWhenTheNextOneBegins() {
    assertThat(sentences.add("Good morn")).isEmpty();
    assertThat(sentences.add("ing. How")).containsExactly("Good morning.");
    assertThat(sentences.rest()).isEqualTo("How");
  }

  @Test
  void severalSentencesCanComeAtOnce() {
    assertThat(sentences.add("Yes! Tomorrow? At ten. And"))
        .containsExactly("Yes!", "Tomorrow?", "At ten.");
  }

  @Test
  void anAbbreviationEndsNoSentence() {
    assertThat(sentences.add("Ask Dr. Miller at 3 p.m. tomorrow. "))
        .containsExactly("Ask Dr. Miller at 3 p.m. tomorrow.");
  }

  @Test
  void aPointInANumberEndsNoSentence() {
    assertThat(sentences.add("It costs 12.50 dollars. "))
        .containsExactly("It costs 12.50 dollars.");
  }

  @Test
  void aSentenceWithoutEndIsCutBetweenWords() {
    var pieces = sentences.add("word ".repeat(100));

    assertThat(pieces).hasSize(1);
    assertThat(pieces.getFirst()).hasSizeLessThanOrEqualTo(400).endsWith("word");
  }

  @Test
  void nothingIsLeftAfterTheEnd() {
    sentences.add("Good");
    assertThat(sentences.rest()).isEqualTo("Good");
    assertThat(sentences.rest()).isEmpty();
  }
}
