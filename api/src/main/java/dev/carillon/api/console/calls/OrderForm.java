package dev.carillon.api.console.calls;

import dev.carillon.api.calls.CallRequest;
import dev.carillon.api.web.problem.ProblemException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads the form that orders one call as what the REST route takes.
public final class OrderForm {
  private OrderForm() {}

  /// A call to a number that is typed in.
  ///
  /// @param home where times without a zone are meant
  static CallRequest toNumber(Map<String, String> given, ZoneId home) {
    return request(given, null, given.getOrDefault("phoneNumber", ""), home);
  }

  /// A call to a contact.
  ///
  /// @param home where times without a zone are meant
  public static CallRequest toContact(Map<String, String> given, UUID contactId, ZoneId home) {
    return request(given, contactId, null, home);
  }

  private static CallRequest request(
      Map<String, String> given,
      @Nullable UUID contactId,
      @Nullable String phoneNumber,
      ZoneId home) {
    return new CallRequest(
        contactId,
        phoneNumber,
        text(given, "purpose"),
        text(given, "objective"),
        agent(text(given, "agentId")),
        moment(text(given, "scheduledTime"), home));
  }

  private static @Nullable UUID agent(@Nullable String id) {
    try {
      return id == null ? null : UUID.fromString(id);
    } catch (IllegalArgumentException _) {
      throw ProblemException.field("agentId", "UNKNOWN", "Choose one of the list.");
    }
  }

  private static @Nullable OffsetDateTime moment(@Nullable String text, ZoneId home) {
    try {
      return text == null ? null : LocalDateTime.parse(text).atZone(home).toOffsetDateTime();
    } catch (DateTimeParseException _) {
      throw ProblemException.field("scheduledTime", "INVALID", "Choose a day and a time.");
    }
  }

  private static @Nullable String text(Map<String, String> given, String name) {
    var text = given.getOrDefault(name, "").strip();
    return text.isEmpty() ? null : text;
  }
}
