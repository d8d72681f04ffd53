package dev.carillon.sandbox.speech;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The sentences that one side may say, as a JSGF grammar, and the way back from recognised words
/// to sentences.
final class Vocabulary {
  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.?!])\\s+");
  private static final Pattern WORD = Pattern.compile("[a-z']+");
  private static final Pattern REFERENCE = Pattern.compile("<\\w+>");
  private static final int MOST_SENTENCES = 8;
  private static final int MOST_JUMPS = 1;
  private static final double LETTERS_PER_SECOND = 14;
  private static final double SLOWEST = 1.9;
  private static final double FASTEST = 0.55;

  private final Map<String, Sentence> sentences;
  private final Map<String, String> slots;

  private Vocabulary(Map<String, Sentence> sentences, Map<String, String> slots) {
    this.sentences = sentences;
    this.slots = slots;
  }

  /// The sentences of these phrases, each once.
  static Vocabulary of(List<Phrase> phrases, Map<String, String> slots) {
    Map<String, Sentence> sentences = new LinkedHashMap<>();
    Map<String, String> patterns = new HashMap<>();
    slots.keySet().forEach(slot -> patterns.put(slot, pattern(slot, slots)));
    int place = 0;
    for (Phrase phrase : phrases) {
      place++; // a gap between two phrases
      for (String text : SENTENCE_END.splitAsStream(phrase.text()).toList()) {
        Phrase sentence = new Phrase(phrase.intent(), text);
        if (!sentence.rule().isEmpty()) {
          sentences.putIfAbsent(
              sentence.rule(), new Sentence(sentence, sentence.pattern(patterns), place++));
        }
      }
    }
    return new Vocabulary(sentences, slots);
  }

  String grammar(String name) {
    StringBuilder grammar = new StringBuilder("#JSGF V1.0;\ngrammar " + name + ";\n");
    grammar.append("public <turn> = <sentence>+;\n<sentence> = ");
    grammar.append(String.join("\n | ", sentences.keySet())).append(";\n");
    slots.forEach(
        (slot, rule) -> grammar.append('<').append(slot).append("> = ").append(rule).append(";\n"));
    return grammar.toString();
  }

  Set<String> words() {
    Set<String> words = new TreeSet<>();
    for (String rule : sentences.keySet()) {
      addWords(rule, words);
    }
    slots.values().forEach(rule -> addWords(rule, words));
    return words;
  }

  /// A slot's rule as a regular expression: `[next | this] <weekday>` and the like.
  private static String pattern(String slot, Map<String, String> slots) {
    String rule = slots.getOrDefault(slot, slot);
    String optional = rule.replaceAll(" ?\\[([^]]*)] ?", " (?:$1)? ");
    String spaced = optional.replaceAll(" *\\| *", "|").strip().replaceAll("\\s+", " ?");
    return "(?:"
        + REFERENCE
            .matcher(spaced)
            .replaceAll(found ->
                Matcher.quoteReplacement(pattern(found.group().replaceAll("[<>]", ""), slots)))
        + ")";
  }

  /// What these words mean, spoken in so many milliseconds; nothing when they are no sentences, or
  /// unlikely ones.
  Understanding understand(String words, long spokenMs) {
    double expectedMs = words.length() * 1000 / LETTERS_PER_SECOND;
    if (spokenMs > 0
        && (spokenMs > expectedMs * SLOWEST + 500 || spokenMs < expectedMs * FASTEST - 200)) {
      return Understanding.NOTHING;
    }
    List<Said> found = new ArrayList<>();
    if (words.isBlank() || !cut(words, 0, found) || jumps(found) > MOST_JUMPS) {
      return Understanding.NOTHING;
    }
    List<Phrase> phrases = found.stream().map(Said::phrase).toList();
    return new Understanding(
        String.join(" ", phrases.stream().map(Phrase::text).toList()), phrases);
  }

  /// How often one sentence is followed by another than the next of the same phrase. Who is not
  /// understood seems to say a medley.
  private static long jumps(List<Said> found) {
    long jumps = 0;
    for (int i = 1; i < found.size(); i++) {
      if (found.get(i).place != found.get(i - 1).place + 1) {
        jumps++;
      }
    }
    return jumps;
  }

  private boolean cut(String words, int from, List<Said> found) {
    if (from >= words.length()) {
      return true;
    }
    if (found.size() >= MOST_SENTENCES) {
      return false;
    }
    for (int end = words.length(); end > from; end = words.lastIndexOf(' ', end - 1)) {
      for (Sentence sentence : sentences.values()) {
        Matcher matcher = sentence.pattern.matcher(words).region(from, end);
        if (matcher.matches()) {
          Phrase filled = new Phrase(sentence.phrase.intent(), sentence.phrase.filled(matcher));
          found.add(new Said(filled, sentence.place));
          if (cut(words, end + 1, found)) {
            return true;
          }
          found.removeLast();
        }
      }
    }
    return false;
  }

  private static void addWords(String rule, Set<String> words) {
    Matcher matcher = WORD.matcher(REFERENCE.matcher(rule).replaceAll(" "));
    while (matcher.find()) {
      words.add(matcher.group());
    }
  }

  private record Sentence(Phrase phrase, Pattern pattern, int place) {}

  private record Said(Phrase phrase, int place) {}
}
