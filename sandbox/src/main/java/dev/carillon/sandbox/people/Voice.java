package dev.carillon.sandbox.people;

import java.util.random.RandomGenerator;

/// How somebody sounds: the pitch of their voice in Hz and how fast they speak, 1.0 being ordinary.
public record Voice(float pitchHz, float rate) {
  private static final float LOWEST_HZ = 60;
  private static final float HIGHEST_HZ = 300;

  public Voice {
    if (!(pitchHz >= LOWEST_HZ && pitchHz <= HIGHEST_HZ) || !(rate >= 0.5f && rate <= 2f)) {
      throw new IllegalArgumentException(
          "a voice has a pitch of 60 to 300 Hz and a rate of 0.5 to 2");
    }
  }

  /// A voice by chance, within what people sound like.
  public static Voice any(RandomGenerator chance) {
    int pitch = 85 + chance.nextInt(13) * 10;
    float rate = 0.9f + chance.nextInt(4) * 0.1f;
    return new Voice(pitch, rate);
  }
}
