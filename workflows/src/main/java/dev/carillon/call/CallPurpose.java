package dev.carillon.call;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a conversation is for: why a person is called, or what somebody who calls or texts the
/// business is offered. On the wire the name is in lower case (`qualify_lead`).
public enum CallPurpose {
  QUALIFY_LEAD(false),
  CONFIRM_APPOINTMENT(false),
  FOLLOW_UP(false),
  CONSUMER_CALLBACK(false),
  REMINDER(false),
  /// Takes down what somebody needs done, and hands over what it cannot decide.
  DISPATCHER(true),
  /// Finds a time and books it.
  BOOKING(true),
  /// Learns what somebody new is looking for.
  PROSPECT_INTAKE(true);

  private final boolean answers;

  CallPurpose(boolean answers) {
    this.answers = answers;
  }

  /// Whether it is for people who get in touch by themselves; nobody is called for it.
  public boolean answers() {
    return answers;
  }

  /// Those for which people are called.
  public static List<CallPurpose> ofCalls() {
    return Arrays.stream(values()).filter(p -> !p.answers).toList();
  }

  /// The purpose as it stands in requests, answers and the database.
  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The purpose with this wire name, if there is one.
  public static Optional<CallPurpose> named(String wireName) {
    return Arrays.stream(values()).filter(p -> p.wireName().equals(wireName)).findFirst();
  }

  @JsonCreator
  static CallPurpose parse(String wireName) {
    return named(wireName)
        .orElseThrow(() -> new IllegalArgumentException("no such call purpose: " + wireName));
  }
}
