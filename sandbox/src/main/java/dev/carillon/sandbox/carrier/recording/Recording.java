package dev.carillon.sandbox.carrier.recording;

import dev.carillon.sandbox.speech.MuLaw;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/// One recording while it runs. With two channels the person is on the first and the platform on
/// the second.
public final class Recording {
  private static final int HEADER = 44;
  private static final int RATE = 8_000;
  private static final short FORMAT_MULAW = 7;

  private final ByteArrayOutputStream sound = new ByteArrayOutputStream();
  private final String sid;
  private final String callSid;
  private final int channels;
  private final String source;
  private final Instant began;
  private Pause pause = Pause.NONE;

  /// Whether sound is taken, replaced by silence, or left out.
  public enum Pause {
    NONE,
    SILENCE,
    SKIP
  }

  Recording(String sid, String callSid, int channels, String source, Instant began) {
    this.sid = sid;
    this.callSid = callSid;
    this.channels = channels;
    this.source = source;
    this.began = began;
  }

  /// Adds one frame of both directions.
  public void add(byte[] person, byte[] platform) {
    if (pause == Pause.SKIP) {
      return;
    }
    if (pause == Pause.SILENCE) {
      sound.writeBytes(silence(person.length * channels));
      return;
    }
    for (int i = 0; i < person.length; i++) {
      if (channels == 2) {
        sound.write(person[i]);
        sound.write(platform[i]);
      } else {
        sound.write(mixed(person[i], platform[i]));
      }
    }
  }

  private static byte mixed(byte one, byte other) {
    int sum = MuLaw.decode(one) + MuLaw.decode(other);
    return MuLaw.encode((short) Math.clamp(sum, Short.MIN_VALUE, Short.MAX_VALUE));
  }

  private static byte[] silence(int length) {
    byte[] silence = new byte[length];
    Arrays.fill(silence, MuLaw.SILENCE);
    return silence;
  }

  /// From here on.
  public void pause(Pause how) {
    pause = how;
  }

  public boolean paused() {
    return pause != Pause.NONE;
  }

  public String sid() {
    return sid;
  }

  public String callSid() {
    return callSid;
  }

  public int channels() {
    return channels;
  }

  public String source() {
    return source;
  }

  public Instant began() {
    return began;
  }

  /// Whole seconds, begun ones counted.
  public int seconds() {
    return Math.ceilDiv(sound.size(), RATE * channels);
  }

  /// All of it so far as a mu-law WAV file.
  byte[] wav() {
    byte[] audio = sound.toByteArray();
    ByteBuffer file = ByteBuffer.allocate(HEADER + audio.length).order(ByteOrder.LITTLE_ENDIAN);
    file.put(ascii("RIFF")).putInt(HEADER - 8 + audio.length).put(ascii("WAVEfmt ")).putInt(16);
    file.putShort(FORMAT_MULAW).putShort((short) channels).putInt(RATE).putInt(RATE * channels);
    file.putShort((short) channels).putShort((short) 8).put(ascii("data")).putInt(audio.length);
    return file.put(audio).array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
