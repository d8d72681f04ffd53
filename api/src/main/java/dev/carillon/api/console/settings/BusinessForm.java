package dev.carillon.api.console.settings;

import dev.carillon.activities.postgres.settings.Business;
import dev.carillon.api.console.words.Words;
import dev.carillon.api.settings.BusinessFields;
import dev.carillon.api.web.problem.ProblemException;
import dev.carillon.compliance.Weekday;
import dev.carillon.compliance.Window;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The profile as a form shows it: one opening a day.
///
/// @param simple false when some day has several openings, which the form leaves as they are
record BusinessForm(Business business, List<DayHours> days, boolean simple) {

  BusinessForm {
    days = List.copyOf(days);
  }

  static BusinessForm of(Business business) {
    var days =
        Arrays.stream(Weekday.values())
            .map(day -> {
              var open = business.hours().stream().filter(w -> w.days().contains(day)).toList();
              return open.isEmpty()
                  ? new DayHours(day.name(), "", "")
                  : new DayHours(
                      day.name(),
                      open.getFirst().from().toString(),
                      open.getFirst().to().toString());
            })
            .toList();
    boolean simple =
        Arrays.stream(Weekday.values())
            .allMatch(
                day -> business.hours().stream().filter(w -> w.days().contains(day)).count() < 2);
    return new BusinessForm(business, days, simple);
  }

  /// What the form says, in the place of `current`.
  static BusinessFields read(Map<String, String> form, BusinessForm current) {
    return new BusinessFields(
        form.get("name"),
        form.get("timeZone"),
        current.simple() ? hours(form) : List.copyOf(current.business().hours()),
        span(form, "lunch"),
        text(form, "ownerNumber"),
        span(form, "quiet"),
        text(form, "disclosure"),
        text(form, "callbackNumber"));
  }

  private static List<@Nullable Window> hours(Map<String, String> form) {
    var hours = new ArrayList<@Nullable Window>();
    for (var day : Weekday.values()) {
      var from = time(form, day.name() + "-from");
      var to = time(form, day.name() + "-to");
      if (from != null && to != null) {
        if (!from.isBefore(to)) {
          throw ProblemException.field("hours", "INVALID", "Opening comes before closing.");
        }
        hours.add(new Window(EnumSet.of(day), from, to));
      }
    }
    return hours;
  }

  private static Business.@Nullable DaySpan span(Map<String, String> form, String name) {
    var from = time(form, name + "-from");
    var to = time(form, name + "-to");
    if (from == null || to == null) {
      return null;
    }
    if (from.equals(to)) {
      throw ProblemException.field(name, "INVALID", "needs a beginning and another end");
    }
    return new Business.DaySpan(from, to);
  }

  private static @Nullable LocalTime time(Map<String, String> form, String name) {
    var text = form.getOrDefault(name, "");
    try {
      return text.isBlank() ? null : LocalTime.parse(text);
    } catch (DateTimeParseException _) {
      throw ProblemException.field(name, "INVALID", "is no time of the day");
    }
  }

  private static @Nullable String text(Map<String, String> form, String name) {
    var text = form.getOrDefault(name, "").strip();
    return text.isEmpty() ? null : text;
  }

  /// The opening of one day; empty texts when it is closed.
  record DayHours(String day, String from, String to) {
    /// The day's name.
    public String label() {
      return Words.sentence(day);
    }
  }
}
