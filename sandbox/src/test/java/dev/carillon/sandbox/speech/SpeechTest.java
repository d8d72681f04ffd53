package dev.carillon.sandbox.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeechTest {
  @TempDir private Path folder;

  @Test
  void whatWasSpokenOnceIsTakenFromDiskAfterARestart() throws IOException {
    SpeakerVoice voice = new SpeakerVoice("somebody", 120, 160);
    byte[] first;
    try (Speech speech = new Speech(folder)) {
      first = speech.speak(voice, "One moment, please.");
    }
    Path kept = onlyFile();
    Files.write(kept, new byte[] {1, 2, 3});

    try (Speech again = new Speech(folder)) {
      assertThat(first).hasSizeGreaterThan(4000);
      assertThat(again.speak(voice, "One moment, please.")).containsExactly(1, 2, 3);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Tuesday, May 5 at 10:30 AM | tuesday may five at ten thirty a m
          the 21st at 3pm            | the twenty first at three p m
          9:05                       | nine oh five
          the AI of ACME             | the a i of a c m e
          +14155550100               | one four one five five five five zero one zero zero
          in 2026, 130 people        | in twenty twenty six one hundred thirty people
          """)
  void numbersAndAbbreviationsBecomeWords(String text, String words) {
    assertThat(SpokenWords.plain(text)).isEqualTo(words);
  }

  private Path onlyFile() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findFirst().orElseThrow();
    }
  }
}
