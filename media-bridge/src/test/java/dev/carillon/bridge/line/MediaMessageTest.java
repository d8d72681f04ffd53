package dev.carillon.bridge.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaMessageTest {
  private final MediaMessage message = new MediaMessage();

  @BeforeEach
  void theStreamIsKnown() {
    message.expect("MZ1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"event\":\"media\",\"sequenceNumber\":\"7\",\"media\":{\"track\":\"inbound\",\"chunk\":\"1\",\"timestamp\":\"5\",\"payload\":\"//8=\"},\"streamSid\":\"MZ1\"}",
        "{\"streamSid\":\"MZ1\",\"media\":{\"payload\":\"//8=\",\"track\":\"inbound\"},\"sequenceNumber\":\"7\",\"event\":\"media\"}",
        " { \"media\" : { \"extra\":{\"payload\":\"AAAA\"}, \"payload\" : \"//8=\" } , \"event\" :"
            + " \"media\", \"sequenceNumber\": 7 } "
      })
  void theSoundIsFoundWhateverTheOrderOfTheKeys(String text) {
    var frame = frame(text);

    assertThat(message.read(frame)).isEqualTo(MediaMessage.Kind.MEDIA);

    assertThat(
            frame.toString(message.payloadStart(), message.payloadLength(), StandardCharsets.UTF_8))
        .isEqualTo("//8=");
    assertThat(message.sequence()).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"event\":\"media\",\"media\":{\"payload\":\"%%%%\"}}",
        "{\"event\":\"media\",\"media\":{\"payload\":\"_-8=\"}}",
        "{\"event\":\"media\",\"media\":{\"payload\":\"//8\"}}",
        "{\"event\":\"media\",\"media\":{\"payload\":12}}",
        "{\"event\":\"media\",\"media\":{}}",
        "{\"event\":\"media\",\"media\":[]}",
        "{\"event\":\"media\"}",
        "{\"event\":\"media\",\"streamSid\":\"MZ2\",\"media\":{\"payload\":\"//8=\"}}"
      })
  void mediaWithoutUsableSoundIsDamaged(String text) {
    assertThat(message.read(frame(text))).isEqualTo(MediaMessage.Kind.DAMAGED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"event\":\"mark\",\"mark\":{}}",
        "{\"media\":{\"payload\":\"//8=\"}}",
        "[]",
        "no json",
        "{\"event\":\"media\",\"media\":{\"payload\":\"//8=\"}"
      })
  void everythingElseIsLeftToTheSlowWay(String text) {
    assertThat(message.read(frame(text))).isEqualTo(MediaMessage.Kind.OTHER);
  }

  @Test
  void aMarkThatComesBackIsReadInAnyOrder() {
    var frame =
        frame("{\"mark\": {\"name\":\"g1:4800\"}, \"sequenceNumber\":\"7\", \"event\":\"mark\"}");

    assertThat(message.read(frame)).isEqualTo(MediaMessage.Kind.MARK);
    assertThat(message.markName(frame)).isEqualTo("g1:4800");
    assertThat(message.sequence()).isEqualTo(7);
  }

  @Test
  void anEmptyPayloadIsSilenceNotDamage() {
    var kind = message.read(frame("{\"event\":\"media\",\"media\":{\"payload\":\"\"}}"));

    assertThat(kind).isEqualTo(MediaMessage.Kind.MEDIA);
    assertThat(message.payloadLength()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"NaN\"", "\"\"", "\"9223372036854775808\"", "\"-1\"", "1.5", "{}"})
  void aNumberThatIsNoneCountsAsMissing(String number) {
    message.read(
        frame(
            "{\"event\":\"media\",\"sequenceNumber\":"
                + number
                + ",\"media\":{\"payload\":\"//8=\"}}"));

    assertThat(message.sequence()).isEqualTo(-1);
  }

  private static ByteBuf frame(String text) {
    return Unpooled.copiedBuffer(text, StandardCharsets.UTF_8);
  }
}
