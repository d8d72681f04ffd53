package dev.carillon.activities.postgres.prompts;

import dev.carillon.activities.postgres.LocalTimes;
import dev.carillon.call.CallPurpose;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What is known when a conversation begins.
///
/// @param language of the person, as a tag such as `en-US`
/// @param contactZone the person's own zone, if it is known
/// @param callback the number that people may call
/// @param appointments those that lie ahead, soonest first
/// @param past what was said before, in words that no model takes for this conversation
public record Situation(
    CallPurpose purpose,
    String business,
    String businessZone,
    @Nullable String person,
    @Nullable String language,
    @Nullable String contactZone,
    @Nullable String callback,
    @Nullable String objective,
    List<Ahead> appointments,
    @Nullable String past,
    Instant now) {
  private static final DateTimeFormatter DATED =
      DateTimeFormatter.ofPattern("EEEE, MMMM d, yyyy, h:mm a", Locale.US);
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}");

  public Situation {
    appointments = List.copyOf(appointments);
  }

  /// An appointment of the person's.
  public record Ahead(Instant startsAt, @Nullable String service, @Nullable String place) {}

  /// The language the conversation begins in.
  public String tag() {
    return language == null || !LANGUAGE.matcher(language).matches() ? "en-US" : language;
  }

  /// What prompts are filled with.
  Map<String, String> values() {
    var businessZoneId = LocalTimes.zone(businessZone, ZoneOffset.UTC);
    var zone = LocalTimes.zone(contactZone, businessZoneId);
    var when =
        appointments.isEmpty() ? "" : LocalTimes.inWords(appointments.getFirst().startsAt(), zone);
    var values = new HashMap<String, String>();
    values.put("business", business);
    values.put("language", tag());
    values.put("now", DATED.format(now.atZone(zone)));
    values.put("zone", zone.getId());
    values.put("example", example(now.atZone(zone)));
    values.put("elsewhere", elsewhere(now.atZone(businessZoneId), zone));
    values.put("appointment", when.isEmpty() ? "" : " on " + when);
    values.put("callback", callback == null ? "" : " at " + spelled(callback));
    values.put("facts", facts(zone));
    return values;
  }

  /// Tomorrow at three, as a tool wants it.
  private static String example(ZonedDateTime now) {
    return now.toLocalDate()
        .plusDays(1)
        .atTime(15, 0)
        .atZone(now.getZone())
        .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
  }

  private String elsewhere(ZonedDateTime there, ZoneId ofThePerson) {
    return there.getZone().equals(ofThePerson)
        ? ""
        : "\n- %s keeps the time of %s, where it is %s."
            .formatted(oneLine(business), there.getZone().getId(), DATED.format(there));
  }

  private String facts(ZoneId zone) {
    var lines = new ArrayList<String>();
    lines.add("Business: " + oneLine(business));
    lines.add("Person: " + (person == null ? "not known" : oneLine(person)));
    for (var ahead : appointments) {
      lines.add("Appointment: " + LocalTimes.inWords(ahead.startsAt(), zone));
      if (ahead.service() != null) {
        lines.add("Service: " + oneLine(ahead.service()));
      }
      if (ahead.place() != null) {
        lines.add("Place: " + oneLine(ahead.place()));
      }
    }
    if (objective != null) {
      lines.add("What the business wants to know: " + oneLine(objective));
    }
    if (past != null) {
      past.lines().map(Situation::oneLine).forEach(lines::add);
    }
    return String.join("\n", lines);
  }

  /// Nobody's text may look like the end of the facts.
  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").replaceAll("={3,}", "=");
  }

  /// Digits apart, so that a voice reads them one by one.
  private static String spelled(String number) {
    return String.join(" ", number.replace("+", "").split(""));
  }

  @Override
  public String toString() {
    return "Situation[" + purpose + "]";
  }
}
