package dev.carillon.bridge.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamReaderTest {
  private static final String CONNECTED =
      "{\"event\":\"connected\",\"protocol\":\"Call\",\"version\":\"1.0.0\"}";
  private static final String START =
      start("{\"encoding\":\"audio/x-mulaw\",\"sampleRate\":8000,\"channels\":1}");

  private final LineRecorder line = new LineRecorder();
  private final List<String> streams = new ArrayList<>();
  private final StreamReader reader = new StreamReader(line, streams::add);

  @Test
  void aStreamIsReadFromItsStartToItsStop() {
    assertThat(read(CONNECTED)).isZero();
    assertThat(read(START)).isZero();
    assertThat(read(media(2))).isZero();
    assertThat(read("{\"event\":\"mark\",\"sequenceNumber\":\"3\",\"mark\":{\"name\":\"g0:8\"}}"))
        .isZero();
    assertThat(read("{\"event\":\"stop\",\"sequenceNumber\":\"4\",\"stop\":{}}")).isZero();

    assertThat(streams).containsExactly("MZ1");
    assertThat(line.events)
        .containsExactly("started MZ1 CA1", "media //8=", "marked g0:8", "stopped");
  }

  @Test
  void aKeyThatIsPressedIsReported() {
    read(CONNECTED);
    read(START);

    assertThat(read(key(2, "7"))).isZero();
    assertThat(read(key(3, "#"))).isZero();
    assertThat(read(key(4, "77"))).isZero();
    assertThat(read(key(5, "x"))).isZero();

    assertThat(line.events).containsExactly("started MZ1 CA1", "pressed 7", "pressed #");
  }

  private static String key(int number, String digit) {
    return "{\"event\":\"dtmf\",\"sequenceNumber\":\"%d\",\"dtmf\":{\"track\":\"inbound_track\",\"digit\":\"%s\"}}"
        .formatted(number, digit);
  }

  @Test
  void whatComesAfterTheStopIsNotHeard() {
    read(CONNECTED);
    read(START);
    read("{\"event\":\"stop\",\"sequenceNumber\":\"2\"}");

    assertThat(read(media(3))).isZero();
    assertThat(read("{\"event\":\"stop\",\"sequenceNumber\":\"4\"}")).isZero();

    assertThat(line.events).containsExactly("started MZ1 CA1", "stopped");
  }

  @Test
  void startWithoutConnectedBreaksTheOrder() {
    assertThat(read(START)).isEqualTo(1008);
  }

  @Test
  void mediaBeforeStartBreaksTheOrder() {
    read(CONNECTED);

    assertThat(read(media(1))).isEqualTo(1008);
  }

  @Test
  void aSecondStartBreaksTheOrder() {
    read(CONNECTED);
    read(START);

    assertThat(read(START)).isEqualTo(1008);
  }

  @ParameterizedTest
  @CsvSource({"2,2", "5,4", "3,-7"})
  void numbersThatDoNotRiseBreakTheOrder(long first, long second) {
    read(CONNECTED);
    read(START);

    assertThat(read(media(first))).isZero();
    assertThat(read(media(second))).isEqualTo(1008);
  }

  @Test
  void aGapInTheNumbersIsTheNetworksAffair() {
    read(CONNECTED);
    read(START);

    assertThat(read(media(90))).isZero();
  }

  @Test
  void soundInAnotherFormatIsRefused() {
    read(CONNECTED);

    assertThat(read(start("{\"encoding\":\"audio/x-mulaw\",\"sampleRate\":16000,\"channels\":1}")))
        .isEqualTo(1003);
    assertThat(read(start("{\"encoding\":\"audio/l16\",\"sampleRate\":8000,\"channels\":1}")))
        .isEqualTo(1003);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no json | 1007",
        "[1] | 1007",
        "{\"event\":1} | 1007",
        "{} | 1007",
        "{\"event\":\"media\",\"media\":{\"payload\":\"%%%%\"}} | 1007"
      })
  void whatIsNoMessageIsRefused(String text, int code) {
    read(CONNECTED);
    read(START);

    assertThat(read(text)).isEqualTo(code);
  }

  @Test
  void anUnknownEventIsPassedOver() {
    read(CONNECTED);
    read(START);

    assertThat(read("{\"event\":\"news\",\"sequenceNumber\":\"2\"}")).isZero();
  }

  private int read(String text) {
    return reader.read(Unpooled.copiedBuffer(text, StandardCharsets.UTF_8));
  }

  private static String media(long sequence) {
    return "{\"event\":\"media\",\"sequenceNumber\":\"%d\",\"media\":{\"payload\":\"//8=\"},\"streamSid\":\"MZ1\"}"
        .formatted(sequence);
  }

  private static String start(String format) {
    return "{\"event\":\"start\",\"sequenceNumber\":\"1\",\"start\":{\"streamSid\":\"MZ1\",\"callSid\":\"CA1\",\"mediaFormat\":"
        + format
        + "},\"streamSid\":\"MZ1\"}";
  }
}
