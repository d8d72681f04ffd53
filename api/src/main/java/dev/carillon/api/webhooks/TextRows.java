package dev.carillon.api.webhooks;

import dev.carillon.activities.postgres.Moments;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What an inbound text or call touches.
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

  String businessName() {
    return jdbc.sql("select name from business").query((row, _) -> row.getString("name")).single();
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

  /// Writes the row of a call that came in; a repeated webhook finds it there.
  ///
  /// @return false when it was there
  boolean recordInboundCall(InboundCall call) {
    boolean fresh =
        jdbc.sql(
                    """
                    insert into call (id, tenant_id, account_id, contact_id, direction, purpose,
                      phone_number, state, disposition, provider_call_id, created_at, news_at,
                      answered_at, ended_at, duration_seconds, closed_at)
                    values (:id, :tenant, :account, :contact, 'INBOUND', 'consumer_callback',
                      :number, 'ENDED', 'ANSWERED', :sid, :at, :at, :at, :at, 0, :at)
                    on conflict (tenant_id, provider_call_id) do nothing
                    """)
                .param("id", call.id())
                .param("tenant", call.tenantId())
                .param("account", call.accountId())
                .param("contact", call.contactId())
                .param("number", call.phoneNumber())
                .param("sid", call.callSid())
                .param("at", Moments.param(call.at()))
                .update()
            == 1;
    if (fresh) {
      jdbc.sql(
              """
              insert into call_route (call_id, tenant_id, account_id)
              values (:id, :tenant, :account)
              """)
          .param("id", call.id())
          .param("tenant", call.tenantId())
          .param("account", call.accountId())
          .update();
    }
    return fresh;
  }
}
