package dev.carillon.sandbox.speech;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MuLawTest {
  @Test
  void everyCodeComesBackFromItsSample() {
    for (int code = 0; code < 256; code++) {
      short sample = MuLaw.decode((byte) code);

      // minus zero and zero are one sample
      int expected = code == 0x7F ? 0xFF : code;
      assertThat(MuLaw.encode(sample) & 0xFF).isEqualTo(expected);
    }
  }

  @Test
  void aSampleComesBackAsCloseAsItsStepIsWide() {
    for (int sample = -32124; sample <= 32124; sample++) {
      int error = Math.abs(MuLaw.decode(MuLaw.encode((short) sample)) - sample);

      assertThat(error).isLessThanOrEqualTo(Math.max(4, (Math.abs(sample) + 132) / 32));
    }
  }

  @Test
  void theEndsOfTheScaleAreTheStandards() {
    assertThat(MuLaw.decode((byte) 0x00)).isEqualTo((short) -32124);
    assertThat(MuLaw.decode((byte) 0x80)).isEqualTo((short) 32124);
    assertThat(MuLaw.encode(Short.MIN_VALUE)).isEqualTo((byte) 0x00);
    assertThat(MuLaw.encode((short) 0)).isEqualTo(MuLaw.SILENCE);
  }
}
