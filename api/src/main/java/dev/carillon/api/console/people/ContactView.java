package dev.carillon.api.console.people;

import dev.carillon.api.console.words.Chip;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One contact, ready to be shown.
///
/// @param left what they are left alone with, why and since when; empty when with nothing
record ContactView(
    UUID id,
    String name,
    String number,
    String e164,
    boolean noCalls,
    boolean noTexts,
    List<String> left,
    List<Moment> timeline,
    List<String> consents,
    List<Fact> facts) {

  ContactView {
    left = List.copyOf(left);
    timeline = List.copyOf(timeline);
    consents = List.copyOf(consents);
    facts = List.copyOf(facts);
  }

  @Override
  public String toString() {
    return "ContactView[" + id + "]";
  }

  /// One thing that happened, was said or was written.
  ///
  /// @param day a heading when it is the first of its day
  /// @param kind `call`, `line` or `text`
  /// @param chip of a call: what came of it
  record Moment(
      @Nullable String day,
      String kind,
      boolean byPerson,
      String text,
      String time,
      @Nullable Chip chip,
      @Nullable UUID callId) {}

  /// A name and its value.
  record Fact(String name, String value) {}
}
