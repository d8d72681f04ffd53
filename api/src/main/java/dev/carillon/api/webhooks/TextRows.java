package dev.carillon.api.webhooks;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What an inbound text touches.
final class TextRows {
  private final JdbcClient jdbc;

  TextRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<UUID> contactWith(String phoneNumber) {
    return jdbc.sql("select id from contact where phone_number = :number and deleted_at is null")
        .param("number", phoneNumber)
        .query((row, _) -> row.getObject("id", UUID.class))
        .optional();
  }

  /// Who the business is and how it is reached, in two sentences.
  String introduction() {
    return jdbc.sql("select name, coalesce(callback_number, phone_number) as number from business")
        .query((row, _) -> {
          var call = row.getString("number");
          return "This is %s.%s"
              .formatted(
                  row.getString("name"), call == null ? "" : " To talk to us call " + call + ".");
        })
        .single();
  }

  boolean messageExists(UUID messageId) {
    return jdbc.sql("select exists (select 1 from message where id = :id) as known")
        .param("id", messageId)
        .query((row, _) -> row.getBoolean("known"))
        .single();
  }
}
