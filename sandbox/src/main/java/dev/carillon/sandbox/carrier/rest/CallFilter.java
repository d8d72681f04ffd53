package dev.carillon.sandbox.carrier.rest;

import dev.carillon.sandbox.carrier.Call;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which calls a list request asks for. A date means its whole day in UTC; both ends are included.
final class CallFilter {
  private final Map<String, String> query;
  private final Rules rules;

  CallFilter(Map<String, String> query, Rules rules) {
    this.query = query;
    this.rules = rules;
    for (String name : query.keySet()) {
      if (!Rules.LIST_CALLS.contains(name)) {
        rules.note("unknown filter " + name);
      }
    }
  }

  boolean matches(Call call) {
    return equal("To", call.to())
        && equal("From", call.from())
        && equal("Status", call.status().wireName())
        && within("StartTime", call.answered().or(call::ended).orElse(call.created()))
        && within("EndTime", call.ended().orElse(null));
  }

  private boolean equal(String name, String value) {
    return !query.containsKey(name) || value.equals(query.get(name));
  }

  private boolean within(String name, @Nullable Instant moment) {
    String on = query.get(name);
    String from = query.get(name + ">");
    String to = query.get(name + "<");
    if (on == null && from == null && to == null) {
      return true;
    }
    if (moment == null) {
      return false;
    }
    // the resource shows whole seconds, and so does the comparison
    Instant shown = Instant.ofEpochSecond(moment.getEpochSecond());
    return (on == null || (!shown.isBefore(start(name, on)) && !shown.isAfter(end(name, on))))
        && (from == null || !shown.isBefore(start(name, from)))
        && (to == null || !shown.isAfter(end(name, to)));
  }

  private Instant start(String name, String text) {
    return text.contains("T")
        ? instant(name, text)
        : day(name, text).atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  private Instant end(String name, String text) {
    return text.contains("T")
        ? instant(name, text)
        : day(name, text).plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC).minusMillis(1);
  }

  private Instant instant(String name, String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw rules.breach(20001, name + " is not a date: " + text);
    }
  }

  private LocalDate day(String name, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw rules.breach(20001, name + " is not a date: " + text);
    }
  }
}
