package dev.carillon.bridge.playout;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlayMarkTest {

  @ParameterizedTest
  @CsvSource({"0, 0", "0, 1600", "12, 9", "7, 1234567890123"})
  void whatIsWrittenIsReadAgain(int generation, long position) {
    var name = Unpooled.buffer();

    PlayMark.write(generation, position, name);

    var text = name.toString(StandardCharsets.US_ASCII);
    assertThat(text).isEqualTo("g" + generation + ":" + position);
    assertThat(PlayMark.position(text, generation)).isEqualTo(position);
  }

  @Test
  void anotherGenerationProvesNothing() {
    assertThat(PlayMark.position("g3:10", 4)).isEqualTo(-1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "g",
        ":",
        "g0",
        "g0:",
        "g:1",
        "x0:1",
        "g0:1x",
        "g0:-1",
        "g0:9999999999999999999"
      })
  void whatIsNoMarkOfOursProvesNothing(String name) {
    assertThat(PlayMark.position(name, 0)).isEqualTo(-1);
  }
}
