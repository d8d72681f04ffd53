package dev.carillon.api.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.api.TwoVoices;
import dev.carillon.api.TwoVoices.Turn;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WavSoundTest {

  @Test
  void eachSideOfACallHasItsOwnPeaks() {
    var file = TwoVoices.wav(4, List.of(new Turn(true, 0, 2), new Turn(false, 2, 4)));

    var waveform = Waveforms.computed(WavSound.read(file).orElseThrow());

    assertThat(waveform.seconds()).isEqualTo(4);
    assertThat(waveform.channels())
        .extracting(Waveform.Channel::who)
        .containsExactly("PERSON", "AGENT");
    var person = waveform.channels().get(0).peaks();
    var agent = waveform.channels().get(1).peaks();
    assertThat(person).hasSize(80).hasSameSizeAs(agent);
    assertThat(person.subList(0, 40)).containsOnly(0);
    assertThat(agent.subList(40, 80)).containsOnly(0);
    assertThat(person.subList(40, 80)).anyMatch(peak -> peak > 20);
    assertThat(agent.subList(0, 40)).anyMatch(peak -> peak > 20);
  }

  @Test
  void aMixedRecordingInPcmHasOneChannel() {
    var file = pcm(new short[] {0, 0, 16_384, -32_768});

    var sound = WavSound.read(file).orElseThrow();

    assertThat(sound.peaks(2)).containsExactly(List.of(0, 100));
    assertThat(Waveforms.computed(sound).channels())
        .extracting(Waveform.Channel::who)
        .containsExactly("BOTH");
  }

  @Test
  void aFileThatBreaksOffEndsWhereItEnds() {
    var whole = TwoVoices.wav(2, List.of(new Turn(true, 0, 2)));

    var sound = WavSound.read(Arrays.copyOf(whole, 44 + 16_000)).orElseThrow();

    assertThat(sound.seconds()).isEqualTo(1);
  }

  @Test
  void anythingElseIsNoSound() {
    assertThat(WavSound.read(new byte[0])).isEmpty();
    assertThat(WavSound.read("<html>a page that is no sound".getBytes(StandardCharsets.UTF_8)))
        .isEmpty();
  }

  private static byte[] pcm(short[] samples) {
    var file = ByteBuffer.allocate(44 + samples.length * 2).order(ByteOrder.LITTLE_ENDIAN);
    file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + samples.length * 2);
    file.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    file.putShort((short) 1).putShort((short) 1).putInt(8_000).putInt(16_000);
    file.putShort((short) 2).putShort((short) 16);
    // As whoever streams a file writes it.
    file.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(-1);
    for (short sample : samples) {
      file.putShort(sample);
    }
    return file.array();
  }
}
