package dev.carillon.api.recordings;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A carrier's WAV file: 16-bit PCM or mu-law, of one channel or two.
final class WavSound {
  private static final int PCM = 1;
  private static final int MULAW = 7;
  private static final int HEADER = 12;
  private static final int CHUNK_HEADER = 8;
  private static final int SHORTEST_FORMAT = 16;
  private static final int MULAW_BIAS = 0x84;
  private static final int LOUDEST = 32_767;

  private final ByteBuffer samples;
  private final boolean mulaw;
  private final int channels;
  private final int rate;

  private WavSound(ByteBuffer samples, boolean mulaw, int channels, int rate) {
    this.samples = samples;
    this.mulaw = mulaw;
    this.channels = channels;
    this.rate = rate;
  }

  /// The sound in a file; empty when it is none of these.
  static Optional<WavSound> read(byte[] file) {
    var bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    if (file.length < HEADER || !name(file, 0).equals("RIFF")) {
      return Optional.empty();
    }
    int format = 0;
    int channels = 0;
    int rate = 0;
    int at = HEADER;
    while (at + CHUNK_HEADER <= file.length) {
      int body = at + CHUNK_HEADER;
      // Whoever streams a file does not know its length beforehand and may write -1.
      long said = Integer.toUnsignedLong(bytes.getInt(at + 4));
      int size = (int) Math.min(said, file.length - body);
      if (name(file, at).equals("fmt ") && size >= SHORTEST_FORMAT) {
        format = bytes.getShort(body);
        channels = bytes.getShort(body + 2);
        rate = bytes.getInt(body + 4);
        boolean wide = bytes.getShort(body + 14) == Short.SIZE;
        format = format == PCM && !wide ? 0 : format;
      } else if (name(file, at).equals("data")) {
        boolean known = format == PCM || format == MULAW;
        return known && channels >= 1 && channels <= 2 && rate > 0
            ? Optional.of(
                new WavSound(
                    bytes.slice(body, size).order(ByteOrder.LITTLE_ENDIAN),
                    format == MULAW,
                    channels,
                    rate))
            : Optional.empty();
      }
      at = body + size + (size & 1);
    }
    return Optional.empty();
  }

  private static String name(byte[] file, int at) {
    return new String(file, at, 4, StandardCharsets.US_ASCII);
  }

  /// Samples of one channel.
  int length() {
    return samples.limit() / (channels * (mulaw ? 1 : 2));
  }

  double seconds() {
    return (double) length() / rate;
  }

  /// The loudest sample of each of `stretches` equal stretches, 0 to 100, for each channel.
  List<List<Integer>> peaks(int stretches) {
    var all = new ArrayList<List<Integer>>();
    for (int channel = 0; channel < channels; channel++) {
      var peaks = new ArrayList<Integer>(stretches);
      for (int i = 0; i < stretches; i++) {
        int from = (int) ((long) length() * i / stretches);
        int to = (int) ((long) length() * (i + 1) / stretches);
        peaks.add(loudest(channel, from, to));
      }
      all.add(peaks);
    }
    return all;
  }

  private int loudest(int channel, int from, int to) {
    int loudest = 0;
    for (int i = from; i < to; i++) {
      int at = i * channels + channel;
      int value = mulaw ? linear(samples.get(at)) : samples.getShort(at * 2);
      loudest = Math.max(loudest, Math.min(Math.abs(value), LOUDEST));
    }
    return loudest * 100 / LOUDEST;
  }

  private static int linear(byte mulaw) {
    int bits = ~mulaw & 0xff;
    int magnitude = (((bits & 0x0f) << 3) + MULAW_BIAS) << ((bits & 0x70) >> 4);
    return magnitude - MULAW_BIAS;
  }
}
