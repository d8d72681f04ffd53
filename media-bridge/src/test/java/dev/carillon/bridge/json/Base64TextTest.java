package dev.carillon.bridge.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Base64TextTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 159, 160, 161, 480, 777})
  void theDecodedLengthIsKnownWithoutDecoding(int bytes) {
    var text = text(Base64.getEncoder().encodeToString(new byte[bytes]));

    assertThat(Base64Text.decodedLength(text, 0, text.readableBytes())).isEqualTo(bytes);
    assertThat(Base64Text.valid(text, 0, text.readableBytes())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 159, 160, 161, 480})
  void textIsDecodedIntoMemoryThatIsUsedAgain(int bytes) {
    var sound = new byte[bytes];
    new Random(1).nextBytes(sound);
    var text = text("\"" + Base64.getEncoder().encodeToString(sound) + "\"");
    var memory = new byte[500];

    int decoded = Base64Text.decode(text, 1, text.readableBytes() - 2, memory);

    assertThat(Arrays.copyOf(memory, decoded)).isEqualTo(sound);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "ab=c", "a===", "ab_-", "ab c", "äbcd"})
  void anythingElseIsNotTakenForAudio(String wrong) {
    var text = text(wrong);

    assertThat(Base64Text.valid(text, 0, text.readableBytes())).isFalse();
  }

  @Test
  void onlyTheGivenPartIsLookedAt() {
    assertThat(Base64Text.valid(text("\"//8=\""), 1, 4)).isTrue();
  }

  private static ByteBuf text(String text) {
    return Unpooled.copiedBuffer(text, StandardCharsets.UTF_8);
  }
}
