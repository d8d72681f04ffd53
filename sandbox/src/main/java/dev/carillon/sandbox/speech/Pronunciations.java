package dev.carillon.sandbox.speech;

import edu.cmu.sphinx.linguist.acoustic.Unit;
import edu.cmu.sphinx.linguist.acoustic.UnitManager;
import edu.cmu.sphinx.linguist.dictionary.Dictionary;
import edu.cmu.sphinx.linguist.dictionary.Pronunciation;
import edu.cmu.sphinx.linguist.dictionary.Word;
import edu.cmu.sphinx.util.props.PropertySheet;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How the words of a vocabulary are pronounced: as the CMU dictionary says, words it lacks as the
/// synthesiser would say them. Holds these words only, where the whole dictionary would take 30 MB.
final class Pronunciations implements Dictionary {
  private static final String DICTIONARY = "/edu/cmu/sphinx/models/en-us/cmudict-en-us.dict";

  private final Map<String, Word> words = new HashMap<>();
  private final UnitManager units;
  private final Word silence;

  Pronunciations(Set<String> vocabulary, UnitManager units, Function<String, String[]> guess) {
    this.units = units;
    Map<String, List<String[]>> printed = printed(vocabulary);
    for (String word : vocabulary) {
      List<String[]> ways = printed.getOrDefault(word, List.of());
      if (ways.isEmpty()) {
        ways = List.<String[]>of(guess.apply(word));
      }
      words.put(word, word(word, ways));
    }
    silence = filler(SILENCE_SPELLING, UnitManager.SILENCE_NAME);
    words.put(SENTENCE_START_SPELLING, filler(SENTENCE_START_SPELLING, UnitManager.SILENCE_NAME));
    words.put(SENTENCE_END_SPELLING, filler(SENTENCE_END_SPELLING, UnitManager.SILENCE_NAME));
    words.put(SILENCE_SPELLING, silence);
  }

  @Override
  public @Nullable Word getWord(String text) {
    return words.get(text);
  }

  @Override
  public @Nullable Word getSentenceStartWord() {
    return words.get(SENTENCE_START_SPELLING);
  }

  @Override
  public @Nullable Word getSentenceEndWord() {
    return words.get(SENTENCE_END_SPELLING);
  }

  @Override
  public Word getSilenceWord() {
    return silence;
  }

  @Override
  public Word[] getFillerWords() {
    return new Word[] {silence};
  }

  @Override
  public void allocate() {}

  @Override
  public void deallocate() {}

  @Override
  public void newProperties(PropertySheet properties) {}

  private Word word(String spelling, List<String[]> ways) {
    Pronunciation[] pronunciations =
        ways.stream()
            .map(phones -> new Pronunciation(units(phones, false), null, 1f))
            .toArray(Pronunciation[]::new);
    return made(spelling, pronunciations, false);
  }

  private Word filler(String spelling, String unit) {
    Pronunciation only = new Pronunciation(units(new String[] {unit}, true), null, 1f);
    return made(spelling, new Pronunciation[] {only}, true);
  }

  private static Word made(String spelling, Pronunciation[] pronunciations, boolean filler) {
    Word word = new Word(spelling, pronunciations, filler);
    for (Pronunciation pronunciation : pronunciations) {
      pronunciation.setWord(word);
    }
    return word;
  }

  private Unit[] units(String[] phones, boolean filler) {
    return Arrays.stream(phones).map(phone -> units.getUnit(phone, filler)).toArray(Unit[]::new);
  }

  /// From lines such as `tomato(2) T AH M AA T OW`.
  private static Map<String, List<String[]>> printed(Set<String> vocabulary) {
    Map<String, List<String[]>> found = new HashMap<>();
    try (InputStream file = Pronunciations.class.getResourceAsStream(DICTIONARY)) {
      if (file == null) {
        throw new IllegalStateException("the dictionary is missing");
      }
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int blank = line.indexOf(' ');
        if (blank < 0) {
          continue;
        }
        int bracket = line.indexOf('(');
        String word = line.substring(0, bracket > 0 && bracket < blank ? bracket : blank);
        if (vocabulary.contains(word)) {
          found
              .computeIfAbsent(word, key -> new ArrayList<>())
              .add(line.substring(blank + 1).strip().split(" "));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the dictionary cannot be read", e);
    }
    return found;
  }
}
