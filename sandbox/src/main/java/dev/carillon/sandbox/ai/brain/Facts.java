package dev.carillon.sandbox.ai.brain;

import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the instructions of a session say that a stand-in can use: lines such as `Greeting: "…"`,
/// `Voicemail message: "…"`, "You are the AI assistant of …".
public final class Facts {
  private static final Pattern GREETING =
      Pattern.compile(
          "(?:Greeting|first sentence|have just said):\\s*\"([^\"]+)\"", Pattern.CASE_INSENSITIVE);
  private static final Pattern OPENING =
      Pattern.compile("first thing [^:\\n]*word for word:\\s*(\\S[^\\n]*)");
  private static final Pattern VOICEMAIL =
      Pattern.compile("Voicemail message:\\s*\"([^\"]+)\"", Pattern.CASE_INSENSITIVE);
  private static final Pattern BUSINESS =
      Pattern.compile("assistant of ([A-Z][^.,\\n]{1,60}?)[.,\\n]");
  private static final Pattern ZONE =
      Pattern.compile("\\b[A-Z][A-Za-z]+(?:/[A-Z][A-Za-z_-]+){1,2}\\b");

  private static final Pattern NOW =
      Pattern.compile("\\b[A-Z][a-z]+day, [A-Z][a-z]+ \\d{1,2}, \\d{4}, \\d{1,2}:\\d{2} [AP]M\\b");
  private static final DateTimeFormatter TOLD =
      DateTimeFormatter.ofPattern("EEEE, MMMM d, yyyy, h:mm a", Locale.US);

  private final String instructions;
  private final InstantSource clock;

  public Facts(String instructions, InstantSource clock) {
    this.instructions = instructions;
    this.clock = clock;
  }

  /// The sentence with which a call begins.
  Optional<String> greeting() {
    return quoted(GREETING).or(() -> quoted(OPENING));
  }

  /// What is said to a machine.
  Optional<String> voicemail() {
    return quoted(VOICEMAIL);
  }

  /// Whose assistant this is.
  public Optional<String> business() {
    return quoted(BUSINESS);
  }

  /// Now as the instructions tell it, in the first zone that they name: the person's. Where they
  /// tell no time it is the sandbox's own.
  ZonedDateTime now() {
    ZoneId zone =
        ZONE.matcher(instructions)
            .results()
            .map(MatchResult::group)
            .filter(ZoneId.getAvailableZoneIds()::contains)
            .findFirst()
            .map(ZoneId::of)
            .orElse(ZoneOffset.UTC);
    Matcher told = NOW.matcher(instructions);
    return told.find()
        ? LocalDateTime.parse(told.group(), TOLD).atZone(zone)
        : clock.instant().atZone(zone);
  }

  private Optional<String> quoted(Pattern pattern) {
    Matcher matcher = pattern.matcher(instructions);
    return matcher.find() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
  }
}
