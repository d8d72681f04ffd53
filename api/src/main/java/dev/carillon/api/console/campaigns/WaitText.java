package dev.carillon.api.console.campaigns;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Waiting times as people write them: `15 min, 2 h, 1 day`.
final class WaitText {
  private static final Pattern WAIT =
      Pattern.compile("(\\d{1,4})\\s*(s|sec|m|min|minutes?|h|hours?|d|days?)");
  private static final Duration SHORTEST = Duration.ofMinutes(1);

  private WaitText() {}

  /// ISO 8601; empty for nothing.
  ///
  /// @throws IllegalArgumentException when one of them is none, or shorter than a minute
  static List<String> durations(@Nullable String text) {
    return text == null || text.isBlank()
        ? List.of()
        : Arrays.stream(text.split("[,;]", -1)).map(WaitText::duration).toList();
  }

  private static String duration(String text) {
    var wait = WAIT.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!wait.matches()) {
      throw new IllegalArgumentException("no waiting time");
    }
    long count = Long.parseLong(wait.group(1));
    var duration =
        switch (wait.group(2).charAt(0)) {
          case 's' -> Duration.ofSeconds(count);
          case 'm' -> Duration.ofMinutes(count);
          case 'h' -> Duration.ofHours(count);
          default -> Duration.ofDays(count);
        };
    if (duration.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException("shorter than a minute");
    }
    return duration.toString();
  }
}
