package dev.carillon.api.console.words;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A dial decision in plain words. Reads the stored JSON leniently: what an older or newer version
/// wrote is shown as far as it is understood.
///
/// @param headline what was decided, in a sentence
/// @param places where the person may be and what the clock says there
public record ReceiptText(
    boolean allowed,
    String headline,
    String decidedAt,
    @Nullable String notBefore,
    List<Reason> reasons,
    List<Place> places,
    String ruleSetVersion) {

  public ReceiptText {
    reasons = List.copyOf(reasons);
    places = List.copyOf(places);
  }

  public static ReceiptText of(JsonNode receipt, Clock clock) {
    boolean allowed = receipt.path("allowed").asBoolean(false);
    var reasons = new ArrayList<Reason>();
    for (var reason : receipt.path("reasons")) {
      reasons.add(reason(reason));
    }
    reasons.sort((a, b) -> Boolean.compare(a.passed(), b.passed()));
    var notBefore = moment(receipt.path("notBefore").asString(""));
    return new ReceiptText(
        allowed,
        headline(allowed, reasons, notBefore),
        moment(receipt.path("decidedAt").asString("")).map(clock::when).orElse(""),
        notBefore
            .map(at ->
                firstZone(receipt)
                    .map(zone -> clock.whenIn(at, zone))
                    .orElseGet(() -> clock.when(at)))
            .orElse(null),
        reasons,
        places(receipt),
        receipt.path("ruleSetVersion").asString(""));
  }

  /// A zone in which the person may be, if the decision names one.
  public static Optional<ZoneId> firstZone(JsonNode receipt) {
    return zone(receipt.path("zones").path(0).path("zone").asString(""));
  }

  /// The zone of that name, if there is one.
  public static Optional<ZoneId> zone(@Nullable String name) {
    try {
      return name == null || name.isBlank() ? Optional.empty() : Optional.of(ZoneId.of(name));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static String headline(
      boolean allowed, List<Reason> reasons, Optional<Instant> notBefore) {
    if (allowed) {
      return "This call was allowed.";
    }
    var why = reasons.isEmpty() ? "" : " " + reasons.getFirst().detail();
    return (notBefore.isPresent() ? "Not now." : "This call was not allowed.") + why;
  }

  private static Reason reason(JsonNode node) {
    var verdict = node.path("verdict").asString("PASSED");
    var chip =
        switch (verdict) {
          case "DENIED" -> new Chip("No", Tone.BAD);
          case "EXEMPT" -> new Chip("Own phone", Tone.WARM);
          default -> new Chip("OK", Tone.GOOD);
        };
    return new Reason(
        chip,
        RuleNames.of(node.path("ruleId").asString("")),
        Words.places(node.path("detail").asString("")),
        node.path("citation").asString(""));
  }

  private static List<Place> places(JsonNode receipt) {
    var sources = new LinkedHashMap<String, List<String>>();
    for (var zone : receipt.path("zones")) {
      sources
          .computeIfAbsent(zone.path("zone").asString(""), _ -> new ArrayList<>())
          .add(Words.sentence(zone.path("source").asString("")).toLowerCase(Locale.ROOT));
    }
    var places = new ArrayList<Place>();
    sources.forEach((zone, from) ->
        places.add(
            new Place(
                zone(zone).map(Clock::city).orElse(zone),
                localTime(receipt, zone),
                String.join(", ", from))));
    return places;
  }

  private static String localTime(JsonNode receipt, String zone) {
    for (var local : receipt.path("localTimes")) {
      if (local.path("zone").asString("").equals(zone)) {
        return wallClock(local.path("time").asString(""));
      }
    }
    return "";
  }

  private static String wallClock(String time) {
    try {
      var local = ZonedDateTime.parse(time);
      return new Clock(local.toInstant(), local.getZone()).time(local.toInstant());
    } catch (DateTimeParseException _) {
      return time;
    }
  }

  private static Optional<Instant> moment(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  /// What one rule said.
  public record Reason(Chip chip, String rule, String detail, String citation) {
    boolean passed() {
      return chip.tone() != Tone.BAD;
    }
  }

  /// A place the person may be in.
  public record Place(String city, String time, String sources) {}
}
