package dev.carillon.sandbox.carrier.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PlayOutBufferTest {
  private final PlayOutBuffer buffer = new PlayOutBuffer();
  private final List<String> reached = new ArrayList<>();
  private final byte[] frame = new byte[160];

  @Test
  void audioOfAnySizeIsPlayedInOrderAndPaddedWithSilence() {
    buffer.append(bytes(100, 1));
    buffer.append(bytes(100, 2));

    buffer.take(frame, reached::add);
    assertThat(frame).startsWith(bytes(100, 1)).endsWith(bytes(60, 2));
    buffer.take(frame, reached::add);
    assertThat(frame).startsWith(bytes(40, 2)).endsWith(bytes(120, PlayOutBuffer.SILENCE));
    assertThat(buffer.isEmpty()).isTrue();
  }

  @Test
  void aMarkIsReachedWhenAllAudioBeforeItHasBeenPlayed() {
    buffer.append(bytes(161, 1));
    assertThat(buffer.mark("one")).isTrue();
    buffer.append(bytes(10, 2));
    assertThat(buffer.mark("two")).isTrue();

    buffer.take(frame, reached::add);
    assertThat(reached).isEmpty();
    buffer.take(frame, reached::add);
    assertThat(reached).containsExactly("one", "two");
  }

  @Test
  void aMarkBehindNothingIsReachedAtOnce() {
    assertThat(buffer.mark("now")).isFalse();
  }

  @Test
  void clearDropsTheAudioAndReturnsAllMarksInOrder() {
    buffer.append(bytes(1600, 1));
    buffer.mark("one");
    buffer.append(bytes(800, 2));
    buffer.mark("two");
    buffer.take(frame, reached::add);

    PlayOutBuffer.Cleared cleared = buffer.clear();

    assertThat(cleared.droppedMs()).isEqualTo(280);
    assertThat(cleared.marks()).containsExactly("one", "two");
    buffer.take(frame, reached::add);
    assertThat(frame).containsOnly(PlayOutBuffer.SILENCE);
    assertThat(reached).isEmpty();
  }

  @Test
  void whatComesAfterAClearIsPlayedFromItsStart() {
    buffer.append(bytes(161, 1));
    buffer.take(frame, reached::add);
    buffer.clear();
    buffer.append(bytes(160, 3));
    buffer.mark("after");

    buffer.take(frame, reached::add);

    assertThat(frame).containsOnly(3);
    assertThat(reached).containsExactly("after");
  }

  private static byte[] bytes(int length, int value) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }
}
