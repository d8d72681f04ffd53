package dev.carillon.call;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Why a person is called. On the wire the name is in lower case (`qualify_lead`).
public enum CallPurpose {
  QUALIFY_LEAD,
  CONFIRM_APPOINTMENT,
  FOLLOW_UP,
  CONSUMER_CALLBACK,
  REMINDER;

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
