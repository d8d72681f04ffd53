package dev.carillon.api.console.campaigns;

import dev.carillon.api.campaigns.CampaignFields;
import dev.carillon.api.web.problem.FieldProblem;
import dev.carillon.api.web.problem.ProblemException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/// Reads the form of a campaign as what the REST route takes. What cannot be read at all is refused
/// here, all of it at once; what is read is judged by the route.
final class CampaignForm {
  /// What the form shows before anything is typed: the defaults of a campaign that names none.
  static final Map<String, String> USUAL =
      Map.of(
          "purpose", "confirm_appointment",
          "maxAttempts", "3",
          "redial", "usual",
          "redialNoAnswer", "2 h, 1 day",
          "redialBusy", "15 min, 2 h",
          "redialFailed", "15 min",
          "callsPerMinute", "10",
          "atOnce", "5");

  private static final BigDecimal MINUTE = BigDecimal.valueOf(60);
  private static final int DAYS_A_WEEK = 7;
  private static final int SCALE = 9;
  private static final Map<String, List<String>> SOON =
      Map.of(
          "NO_ANSWER", List.of("PT15M", "PT2H"),
          "BUSY", List.of("PT5M", "PT15M"),
          "FAILED", List.of("PT15M"));
  private static final Map<String, List<String>> NEXT_DAY =
      Map.of(
          "NO_ANSWER", List.of("PT24H", "PT24H"),
          "BUSY", List.of("PT2H", "PT24H"),
          "FAILED", List.of("PT2H"));

  private final MultiValueMap<String, String> given;
  private final ZoneId home;
  private final List<FieldProblem> faults = new ArrayList<>();

  private CampaignForm(MultiValueMap<String, String> given, ZoneId home) {
    this.given = given;
    this.home = home;
  }

  /// @param home where times without a zone are meant
  static CampaignFields read(
      MultiValueMap<String, String> given,
      ZoneId home,
      @Nullable List<@Nullable UUID> contactIds,
      @Nullable UUID importId) {
    return new CampaignForm(given, home).fields(contactIds, importId);
  }

  private CampaignFields fields(
      @Nullable List<@Nullable UUID> contactIds, @Nullable UUID importId) {
    var fields =
        new CampaignFields(
            text("name"),
            text("purpose"),
            text("objective"),
            agent(),
            contactIds,
            importId,
            number("maxAttempts"),
            redial(),
            hours(),
            moment("startAt"),
            moment("endAt"),
            pace(),
            budget(),
            text("smsFallback"),
            null);
    if (!faults.isEmpty()) {
      throw ProblemException.fields(faults);
    }
    return fields;
  }

  private @Nullable Map<String, List<String>> redial() {
    return switch (text("redial")) {
      case "soon" -> SOON;
      case "nextDay" -> NEXT_DAY;
      case "never" -> Map.of();
      case "own" -> ownRedial();
      case null, default -> null;
    };
  }

  private Map<String, List<String>> ownRedial() {
    var waits = new LinkedHashMap<String, List<String>>();
    waits.put("NO_ANSWER", waits("redialNoAnswer", "redial.NO_ANSWER"));
    waits.put("BUSY", waits("redialBusy", "redial.BUSY"));
    waits.put("VOICEMAIL", waits("redialVoicemail", "redial.VOICEMAIL"));
    waits.put("FAILED", waits("redialFailed", "redial.FAILED"));
    return waits;
  }

  private List<String> waits(String name, String field) {
    try {
      return WaitText.durations(text(name));
    } catch (IllegalArgumentException _) {
      fault(
          field,
          "Write waiting times of a minute or more, such as “15 min, 2 h, 1 day”, or nothing for"
              + " never.");
      return List.of();
    }
  }

  private CampaignFields.@Nullable Hours hours() {
    var from = text("from");
    var to = text("to");
    var days = given.getOrDefault("day", List.of());
    if (from == null && to == null) {
      if (Set.copyOf(days).size() < DAYS_A_WEEK) {
        fault("window.days", "To leave days out, say also from when until when to call.");
      }
      return null;
    }
    return new CampaignFields.Hours(days, from, to);
  }

  private CampaignFields.@Nullable Pace pace() {
    var perMinute = decimal("callsPerMinute", "pace.callsPerSecond");
    var atOnce = number("atOnce");
    if (perMinute == null && atOnce == null) {
      return null;
    }
    return new CampaignFields.Pace(
        perMinute == null ? null : perMinute.divide(MINUTE, SCALE, RoundingMode.HALF_UP), atOnce);
  }

  private CampaignFields.@Nullable Budget budget() {
    var amount = text("budget");
    return amount == null ? null : new CampaignFields.Budget(amount.replace("$", ""), "USD");
  }

  private @Nullable UUID agent() {
    var id = text("agentId");
    try {
      return id == null ? null : UUID.fromString(id);
    } catch (IllegalArgumentException _) {
      fault("agentId", "Choose one of the list.");
      return null;
    }
  }

  private @Nullable Integer number(String name) {
    var text = text(name);
    try {
      return text == null ? null : Integer.valueOf(text);
    } catch (NumberFormatException _) {
      fault(name.equals("atOnce") ? "pace.concurrency" : name, "Write a whole number.");
      return null;
    }
  }

  private @Nullable BigDecimal decimal(String name, String field) {
    var text = text(name);
    try {
      return text == null ? null : new BigDecimal(text);
    } catch (NumberFormatException _) {
      fault(field, "Write a number.");
      return null;
    }
  }

  private @Nullable OffsetDateTime moment(String name) {
    var text = text(name);
    try {
      return text == null ? null : LocalDateTime.parse(text).atZone(home).toOffsetDateTime();
    } catch (DateTimeParseException _) {
      fault(name, "Choose a day and a time.");
      return null;
    }
  }

  private @Nullable String text(String name) {
    var text = given.getFirst(name);
    return text == null || text.isBlank() ? null : text.strip();
  }

  private void fault(String field, String message) {
    faults.add(FieldProblem.invalid(field, message));
  }
}
