package dev.carillon.sandbox.speech;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Telephone audio to text. What is understood comes from the audio alone; the catalogue only says
/// which sentences there are. Any thread may ask; the work is done on one thread for each side of
/// the calls, about 40 ms for a second of speech, and the models are loaded when something is first
/// said.
public final class Listening implements AutoCloseable {
  // Sphinx writes each utterance's spectrum at INFO, some of it under its classes' simple names.
  private static final List<Logger> CHATTER =
      Stream.of(
              "edu.cmu.sphinx",
              "AutoCepstrum",
              "BatchCMN",
              "DiscreteFourierTransform",
              "RaisedCosineWindower",
              "SimpleAcousticScorer",
              "StreamDataSource")
          .map(Logger::getLogger)
          .toList();
  private static final int KEPT = 1_000;
  private static final int SHORTEST = MuLaw.RATE / 8;
  private static final int AROUND = MuLaw.RATE / 4;

  static {
    CHATTER.forEach(logger -> logger.setLevel(Level.OFF));
  }

  private final Phrases phrases;
  private final Map<Speaker, SpeechThreads> threads = new EnumMap<>(Speaker.class);
  private final Map<Speaker, Recognisers> recognisers = new EnumMap<>(Speaker.class);

  public Listening(Phrases phrases) {
    this.phrases = phrases;
    for (Speaker speaker : Speaker.values()) {
      threads.put(speaker, new SpeechThreads(1, "listening-" + speaker));
      recognisers.put(speaker, new Recognisers(phrases, speaker));
    }
  }

  /// What this side of a call said in a stretch of mu-law audio.
  public Understanding understand(Speaker speaker, byte[] muLaw) {
    if (muLaw.length < SHORTEST) {
      return Understanding.NOTHING;
    }
    Recognisers side = Objects.requireNonNull(recognisers.get(speaker));
    return Objects.requireNonNull(threads.get(speaker)).await(() -> side.recall(muLaw));
  }

  /// The catalogue that is listened for.
  public Phrases phrases() {
    return phrases;
  }

  /// Loads all models now instead of in the first conversation.
  public void warmUp() {
    byte[] silence = new byte[MuLaw.RATE / 2];
    Arrays.fill(silence, MuLaw.SILENCE);
    for (Speaker speaker : Speaker.values()) {
      understand(speaker, silence);
    }
  }

  @Override
  public void close() {
    threads.values().forEach(SpeechThreads::close);
  }

  /// What the thread of one side listens with.
  private static final class Recognisers {
    private final Phrases phrases;
    private final Speaker speaker;
    private @Nullable AcousticModel sounds;
    private @Nullable Synthesiser pronouncing;
    private @Nullable Current current;

    Recognisers(Phrases phrases, Speaker speaker) {
      this.phrases = phrases;
      this.speaker = speaker;
    }

    /// The same sound is understood the same way: who repeats themselves costs nothing.
    Understanding recall(byte[] muLaw) {
      Current with = current();
      Understanding known = with.understood.get(Sounds.of(muLaw));
      if (known == null) {
        known = understand(with, muLaw);
        with.understood.put(Sounds.of(muLaw), known);
      }
      return known;
    }

    private static Understanding understand(Current with, byte[] muLaw) {
      short[] samples = new short[muLaw.length + 2 * AROUND];
      System.arraycopy(MuLaw.decode(muLaw), 0, samples, AROUND, muLaw.length);
      String words = with.recogniser.words(Resampling.higher(samples, 2));
      return with.vocabulary.understand(words, muLaw.length * 1000L / MuLaw.RATE);
    }

    private Current current() {
      int version = phrases.version(speaker);
      Current known = current;
      if (known != null && known.version == version) {
        return known;
      }
      AcousticModel model = sounds == null ? new AcousticModel() : sounds;
      sounds = model;
      Vocabulary vocabulary = phrases.vocabulary(speaker);
      Pronunciations pronunciations =
          new Pronunciations(vocabulary.words(), model.units, this::pronounced);
      Recogniser recogniser = new Recogniser(model, vocabulary, pronunciations, beam(speaker));
      current = new Current(version, vocabulary, recogniser, new Remembered<>(KEPT));
      return current;
    }

    /// As narrow as the catalogue can be understood with: the assistant has longer sentences that
    /// begin alike.
    private static double beam(Speaker speaker) {
      return speaker == Speaker.PERSON ? 1e-30 : 1e-40;
    }

    private String[] pronounced(String word) {
      Synthesiser voice = pronouncing == null ? new Synthesiser() : pronouncing;
      pronouncing = voice;
      return voice.phones(word);
    }
  }

  private record Current(
      int version,
      Vocabulary vocabulary,
      Recogniser recogniser,
      Map<String, Understanding> understood) {}
}
