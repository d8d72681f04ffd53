package dev.carillon.sandbox.speech;

import com.sun.speech.freetts.audio.AudioPlayer;
import java.io.ByteArrayOutputStream;
import javax.sound.sampled.AudioFormat;

/// Keeps what FreeTTS would play: 16-bit big-endian samples.
final class Recorder implements AudioPlayer {
  private final ByteArrayOutputStream sound = new ByteArrayOutputStream();
  private AudioFormat format = new AudioFormat(16000, 16, 1, true, true);

  short[] samples() {
    byte[] bytes = sound.toByteArray();
    short[] samples = new short[bytes.length / 2];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) ((bytes[2 * i] << 8) | (bytes[2 * i + 1] & 0xFF));
    }
    return samples;
  }

  @Override
  public boolean write(byte[] audio) {
    sound.writeBytes(audio);
    return true;
  }

  @Override
  public boolean write(byte[] audio, int offset, int length) {
    sound.write(audio, offset, length);
    return true;
  }

  @Override
  public void setAudioFormat(AudioFormat given) {
    format = given;
  }

  @Override
  public AudioFormat getAudioFormat() {
    return format;
  }

  @Override
  public boolean drain() {
    return true;
  }

  @Override
  public boolean end() {
    return true;
  }

  @Override
  public float getVolume() {
    return 1;
  }

  @Override
  public long getTime() {
    return 0;
  }

  @Override
  public void begin(int size) {}

  @Override
  public void pause() {}

  @Override
  public void resume() {}

  @Override
  public void reset() {}

  @Override
  public void cancel() {}

  @Override
  public void close() {}

  @Override
  public void setVolume(float volume) {}

  @Override
  public void resetTime() {}

  @Override
  public void startFirstSampleTimer() {}

  @Override
  public void showMetrics() {}
}
