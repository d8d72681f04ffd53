package dev.carillon.activities.postgres.texts;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What became of texts after the carrier took them, by its status callbacks. They come twice and
/// out of order: the end stays.
public final class TextFacts {
  private static final Map<String, String> STATES =
      Map.of(
          "sent", "SENT",
          "delivered", "DELIVERED",
          "read", "DELIVERED",
          "undelivered", "UNDELIVERED",
          "failed", "FAILED");

  private final JdbcClient jdbc;

  TextFacts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Applies a status callback's parameters, in the tenant's transaction that is under way.
  public void apply(Map<String, String> parameters) {
    var state = STATES.get(parameters.getOrDefault("MessageStatus", ""));
    var sid = parameters.get("MessageSid");
    if (state == null || sid == null) {
      return;
    }
    jdbc.sql(
            """
            update message set state = :state, error_code = coalesce(:code, error_code)
            where provider_message_id = :sid and state in ('SUBMITTING', 'UNKNOWN', 'SENT')
            """)
        .param("state", state)
        .param("code", parameters.get("ErrorCode"))
        .param("sid", sid)
        .update();
  }
}
