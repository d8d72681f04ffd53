package dev.carillon.api;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A recording as the carrier makes it, mu-law with two channels: first the person, then the agent,
/// who take turns.
public final class TwoVoices {
  private static final int RATE = 8_000;
  private static final int HEADER = 44;
  private static final byte SILENT = (byte) 0xff;

  /// Who speaks from one second to another.
  public record Turn(boolean agent, int from, int to) {}

  private TwoVoices() {}

  public static byte[] wav(int seconds, List<Turn> turns) {
    var sound = new byte[2 * seconds * RATE];
    for (int i = 0; i < seconds * RATE; i++) {
      sound[2 * i] = sample(turns, false, i);
      sound[2 * i + 1] = sample(turns, true, i);
    }
    var file = ByteBuffer.allocate(HEADER + sound.length).order(ByteOrder.LITTLE_ENDIAN);
    file.put(ascii("RIFF")).putInt(HEADER - 8 + sound.length).put(ascii("WAVEfmt ")).putInt(16);
    file.putShort((short) 7).putShort((short) 2).putInt(RATE).putInt(RATE * 2);
    file.putShort((short) 2).putShort((short) 8).put(ascii("data")).putInt(sound.length);
    return file.put(sound).array();
  }

  /// Louder and softer like words, on a tone.
  private static byte sample(List<Turn> turns, boolean agent, int at) {
    double second = (double) at / RATE;
    boolean speaks =
        turns.stream()
            .anyMatch(turn -> turn.agent() == agent && second >= turn.from() && second < turn.to());
    if (!speaks) {
      return SILENT;
    }
    double words = Math.abs(Math.sin(second * 5.1)) * (0.55 + 0.45 * Math.sin(second * 1.7));
    return mulaw((int) (11_000 * words * Math.sin(second * 2 * Math.PI * (agent ? 210 : 140))));
  }

  private static byte mulaw(int sample) {
    int sign = sample < 0 ? 0x80 : 0;
    int magnitude = Math.min(Math.abs(sample), 32_635) + 0x84;
    int exponent = 31 - Integer.numberOfLeadingZeros(magnitude) - 7;
    int mantissa = (magnitude >> (exponent + 3)) & 0x0f;
    return (byte) ~(sign | (exponent << 4) | mantissa);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
