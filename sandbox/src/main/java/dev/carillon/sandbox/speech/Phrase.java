package dev.carillon.sandbox.speech;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Something that may be said, and what is meant by it: an intent in lower case such as `confirm`.
/// Places in braces stand for what differs: `{time}` `{day}` `{name}` `{number}`.
public record Phrase(String intent, String text) {
  private static final Pattern SLOT_IN_RULE = Pattern.compile("<(\\w+)>");
  private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");

  public Phrase {
    if (intent.isBlank() || text.isBlank()) {
      throw new IllegalArgumentException("a phrase has an intent and a text");
    }
  }

  /// The words as a rule of a grammar: `<time>` where a slot was.
  String rule() {
    StringBuilder rule = new StringBuilder();
    Matcher slots = SLOT.matcher(text);
    int from = 0;
    while (slots.find()) {
      rule.append(SpokenWords.plain(text.substring(from, slots.start())));
      rule.append(" <").append(slots.group(1)).append("> ");
      from = slots.end();
    }
    rule.append(SpokenWords.plain(text.substring(from)));
    return rule.toString().strip().replaceAll("\\s+", " ");
  }

  /// Matches the words as a recogniser gives them; a group for each slot, in order.
  Pattern pattern(Map<String, String> slots) {
    return Pattern.compile(
        SLOT_IN_RULE
            .matcher(rule())
            .replaceAll(found ->
                Matcher.quoteReplacement("(" + slots.getOrDefault(found.group(1), "\\S+") + ")")));
  }

  /// The text with its slots filled.
  String filled(Matcher matched) {
    StringBuilder filled = new StringBuilder();
    Matcher slots = SLOT.matcher(text);
    int group = 1;
    while (slots.find()) {
      slots.appendReplacement(filled, Matcher.quoteReplacement(matched.group(group++)));
    }
    slots.appendTail(filled);
    return filled.toString();
  }
}
