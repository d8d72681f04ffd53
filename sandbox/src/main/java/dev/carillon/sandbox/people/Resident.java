package dev.carillon.sandbox.people;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Somebody with a phone: one script per attempt to reach them, the last of which repeats.
public record Resident(
    String phoneNumber,
    @Nullable String name,
    @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<Script> scripts,
    @Nullable Double ringSeconds,
    @Nullable Voice voice) {
  public Resident {
    scripts = List.copyOf(scripts);
    if (scripts.isEmpty()) {
      throw new IllegalArgumentException("somebody needs at least one script");
    }
    if (!phoneNumber.matches("\\+[1-9]\\d{6,14}")) {
      throw new IllegalArgumentException("phoneNumber is not a full number");
    }
  }

  /// What they do on that attempt; 0 is the first.
  Script script(int attempt) {
    return scripts.get(Math.min(attempt, scripts.size() - 1));
  }
}
