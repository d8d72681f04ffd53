package dev.carillon.sandbox.speech;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResamplingTest {
  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void aToneOfTheTelephoneBandSurvivesUpAndDown(int factor) {
    short[] tone = tone(1000, 8000, 8000);

    short[] back = Resampling.lower(Resampling.higher(tone, factor), factor);

    assertThat(back).hasSameSizeAs(tone);
    for (int i = 100; i < tone.length - 100; i++) {
      assertThat((int) back[i]).isCloseTo(tone[i], org.assertj.core.data.Offset.offset(200));
    }
  }

  @Test
  void aToneAboveTheBandIsTakenAwayInsteadOfFoldedBack() {
    short[] lower = Resampling.lower(tone(6000, 16000, 16000), 2);

    assertThat(loudest(lower)).isLessThan(150);
  }

  @Test
  void bytesAreLittleEndian() {
    short[] samples = {1, -2, 300};

    assertThat(Resampling.littleEndian(samples)).startsWith(1, 0, 0xFE, 0xFF);
    assertThat(Resampling.samples(Resampling.littleEndian(samples))).isEqualTo(samples);
  }

  private static short[] tone(int hertz, int rate, int length) {
    short[] samples = new short[length];
    for (int i = 0; i < length; i++) {
      samples[i] = (short) (8000 * Math.sin(2 * Math.PI * hertz * i / rate));
    }
    return samples;
  }

  private static int loudest(short[] samples) {
    int loudest = 0;
    for (int i = 100; i < samples.length - 100; i++) {
      loudest = Math.max(loudest, Math.abs(samples[i]));
    }
    return loudest;
  }
}
