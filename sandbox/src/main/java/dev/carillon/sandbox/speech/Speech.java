package dev.carillon.sandbox.speech;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Text to telephone audio. What was spoken once is kept in memory and on disk by voice and text.
/// Any thread may ask; the work is done on a few threads of its own, about 30 ms for a second of
/// speech.
public final class Speech implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Speech.class);
  private static final String ENGINE = "kevin16-1";
  private static final int KEPT = 500;
  private static final int LOUDNESS = 22000;

  private final @Nullable Path folder;
  private final SpeechThreads threads;
  private final ThreadLocal<Synthesiser> synthesisers = SpeechThreads.perThread(Synthesiser::new);
  private final Map<String, byte[]> kept = new Remembered<>(KEPT);

  /// Keeps nothing on disk.
  public Speech() {
    this(null);
  }

  /// Keeps what was spoken in `folder`, which is made when it is missing.
  public Speech(@Nullable Path folder) {
    this.folder = folder;
    this.threads = new SpeechThreads(2, "speaking");
  }

  /// The text in this voice: mu-law, 8 kHz. The array is shared and must not be changed.
  public byte[] speak(SpeakerVoice voice, String text) {
    String words = SpokenWords.of(text);
    String key = key(voice, words);
    byte[] known = remembered(key);
    if (known != null) {
      return known;
    }
    byte[] sound = onDisk(key);
    if (sound == null) {
      sound = threads.await(spoken(voice, words));
      write(key, sound);
    }
    remember(key, sound);
    return sound;
  }

  @Override
  public void close() {
    threads.close();
  }

  private Callable<byte[]> spoken(SpeakerVoice voice, String words) {
    return () -> {
      short[] samples = synthesisers.get().speak(voice, words);
      return MuLaw.encode(loud(Resampling.lower(samples, 2)));
    };
  }

  private static short[] loud(short[] samples) {
    int peak = 1;
    for (short sample : samples) {
      peak = Math.max(peak, Math.abs(sample));
    }
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) (samples[i] * LOUDNESS / peak);
    }
    return samples;
  }

  private synchronized byte @Nullable [] remembered(String key) {
    return kept.get(key);
  }

  private synchronized void remember(String key, byte[] sound) {
    kept.put(key, sound);
  }

  private byte @Nullable [] onDisk(String key) {
    if (folder == null) {
      return null;
    }
    Path file = folder.resolve(key + ".ulaw");
    try {
      return Files.exists(file) ? Files.readAllBytes(file) : null;
    } catch (IOException e) {
      LOG.atWarn().setCause(e).log("kept speech cannot be read");
      return null;
    }
  }

  private void write(String key, byte[] sound) {
    if (folder == null) {
      return;
    }
    try {
      Files.createDirectories(folder);
      Path draft = Files.createTempFile(folder, "draft", ".tmp");
      Files.write(draft, sound);
      Files.move(draft, folder.resolve(key + ".ulaw"), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      LOG.atWarn().setCause(e).log("speech cannot be kept");
    }
  }

  private static String key(SpeakerVoice voice, String words) {
    String all = String.join("|", ENGINE, voice.toString(), words);
    return Sounds.of(all.getBytes(StandardCharsets.UTF_8));
  }
}
