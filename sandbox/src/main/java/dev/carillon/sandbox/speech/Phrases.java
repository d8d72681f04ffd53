package dev.carillon.sandbox.speech;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Everything that people and assistants of the sandbox may say, with what is meant by it: the one
/// catalogue from which they speak and from which the grammars are made that understand them. What
/// a call brings along, such as its own greeting, can be learned. Any thread may read and learn.
public final class Phrases {
  private static final String RESOURCE = "/speech/phrases.json";
  private static final int MOST_LEARNED = 40;
  private static final int MOST_NAMES = 20;
  private static final Pattern BAR = Pattern.compile("\\|");

  private final Map<Speaker, List<Phrase>> printed = new EnumMap<>(Speaker.class);
  private final Map<Speaker, Deque<Phrase>> learned = new EnumMap<>(Speaker.class);
  private final Map<String, String> slots = new TreeMap<>();
  private final Map<Speaker, Integer> versions = new EnumMap<>(Speaker.class);
  private final Map<Speaker, Vocabulary> made = new EnumMap<>(Speaker.class);

  private Phrases(Catalogue catalogue) {
    printed.put(Speaker.PERSON, List.copyOf(catalogue.person));
    printed.put(Speaker.ASSISTANT, List.copyOf(catalogue.assistant));
    learned.put(Speaker.PERSON, new ArrayDeque<>());
    learned.put(Speaker.ASSISTANT, new ArrayDeque<>());
    slots.putAll(catalogue.slots);
  }

  /// The catalogue that comes with the sandbox.
  public static Phrases standard() {
    try (InputStream file = Phrases.class.getResourceAsStream(RESOURCE)) {
      if (file == null) {
        throw new IllegalStateException("the catalogue of phrases is missing");
      }
      return new Phrases(new ObjectMapper().readValue(file, Catalogue.class));
    } catch (IOException e) {
      throw new UncheckedIOException("the catalogue of phrases cannot be read", e);
    }
  }

  /// All phrases of one side, as they stand in the catalogue.
  public List<Phrase> of(Speaker speaker) {
    return printed.getOrDefault(speaker, List.of());
  }

  /// The first text for an intent.
  ///
  /// @throws IllegalArgumentException if nothing is said with this intent
  public String text(Speaker speaker, String intent) {
    return of(speaker).stream()
        .filter(phrase -> phrase.intent().equals(intent))
        .findFirst()
        .map(Phrase::text)
        .orElseThrow(() -> new IllegalArgumentException("nothing is said for " + intent));
  }

  /// Adds what may be said from now on; of the learned ones the last forty are kept. Learning the
  /// same twice changes nothing.
  public synchronized void learn(Speaker speaker, Phrase phrase) {
    Deque<Phrase> known = learned.getOrDefault(speaker, new ArrayDeque<>());
    if (known.contains(phrase) || of(speaker).contains(phrase)) {
      return;
    }
    known.addLast(phrase);
    if (known.size() > MOST_LEARNED) {
      known.removeFirst();
    }
    changed(speaker);
  }

  /// What written words mean; nothing when they are no phrases.
  public Understanding read(Speaker speaker, String text) {
    return vocabulary(speaker).understand(SpokenWords.plain(text), 0);
  }

  /// Adds a name that may stand in a slot, such as a business in `{business}`. Twenty at most: who
  /// has more is not understood by name.
  public synchronized void learnName(String slot, String name) {
    String words = SpokenWords.plain(name);
    String rule = slots.getOrDefault(slot, "");
    List<String> known = BAR.splitAsStream(rule).map(String::strip).toList();
    if (words.isEmpty() || known.contains(words) || known.size() >= MOST_NAMES) {
      return;
    }
    slots.put(slot, rule.isEmpty() ? words : rule + " | " + words);
    for (Speaker speaker : Speaker.values()) {
      if (of(speaker).stream().anyMatch(phrase -> phrase.text().contains("{" + slot + "}"))) {
        changed(speaker);
      }
    }
  }

  synchronized int version(Speaker speaker) {
    return versions.getOrDefault(speaker, 0);
  }

  synchronized Vocabulary vocabulary(Speaker speaker) {
    Vocabulary known = made.get(speaker);
    if (known == null) {
      known = make(speaker);
      made.put(speaker, known);
    }
    return known;
  }

  private Vocabulary make(Speaker speaker) {
    List<Phrase> all = new ArrayList<>(of(speaker));
    all.addAll(learned.getOrDefault(speaker, new ArrayDeque<>()));
    return Vocabulary.of(all, Map.copyOf(slots));
  }

  private void changed(Speaker speaker) {
    versions.merge(speaker, 1, Integer::sum);
    made.remove(speaker);
  }

  record Catalogue(List<Phrase> person, List<Phrase> assistant, Map<String, String> slots) {}
}
