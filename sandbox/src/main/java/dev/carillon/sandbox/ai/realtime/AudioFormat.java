package dev.carillon.sandbox.ai.realtime;

import dev.carillon.sandbox.speech.MuLaw;
import dev.carillon.sandbox.speech.Resampling;
import java.util.Arrays;

/// The formats of audio on the wire, to and from the mu-law that is listened to and spoken.
enum AudioFormat {
  PCM,
  MU_LAW,
  A_LAW;

  private static final int PER_SAMPLE = 3;

  static AudioFormat named(String type) {
    return switch (type) {
      case "audio/pcmu" -> MU_LAW;
      case "audio/pcma" -> A_LAW;
      default -> PCM;
    };
  }

  /// How many bytes a millisecond has.
  int bytesPerMs() {
    return this == PCM ? 48 : 8;
  }

  /// A piece of what the person says. Of PCM each three samples become one, their mean.
  byte[] toMuLaw(byte[] audio) {
    return switch (this) {
      case MU_LAW -> audio;
      case A_LAW -> {
        byte[] codes = new byte[audio.length];
        for (int i = 0; i < audio.length; i++) {
          codes[i] = MuLaw.encode(ALaw.decode(audio[i]));
        }
        yield codes;
      }
      case PCM -> {
        short[] samples = Resampling.samples(audio);
        byte[] codes = new byte[samples.length / PER_SAMPLE];
        for (int i = 0; i < codes.length; i++) {
          int at = PER_SAMPLE * i;
          codes[i] = MuLaw.encode((short) ((samples[at] + samples[at + 1] + samples[at + 2]) / 3));
        }
        yield codes;
      }
    };
  }

  /// A whole utterance of the assistant.
  byte[] fromMuLaw(byte[] codes) {
    return switch (this) {
      case MU_LAW -> codes;
      case A_LAW -> {
        byte[] audio = new byte[codes.length];
        for (int i = 0; i < codes.length; i++) {
          audio[i] = ALaw.encode(MuLaw.decode(codes[i]));
        }
        yield audio;
      }
      case PCM -> Resampling.littleEndian(Resampling.higher(MuLaw.decode(codes), PER_SAMPLE));
    };
  }

  /// Silence of this length.
  byte[] silence(int millis) {
    byte[] codes = new byte[millis * MuLaw.RATE / 1000];
    Arrays.fill(codes, MuLaw.SILENCE);
    return fromMuLaw(codes);
  }
}
