package dev.carillon.api.webhooks;

import dev.carillon.activities.postgres.Moments;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What an inbound text or call touches: who sent it, and whether they may be reached at all.
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

  boolean messageExists(UUID messageId) {
    return jdbc.sql("select exists (select 1 from message where id = :id) as known")
        .param("id", messageId)
        .query((row, _) -> row.getBoolean("known"))
        .single();
  }

  /// Suppresses a number on all channels at its owner's own wish.
  ///
  /// @return false when that had been done before
  boolean suppress(UUID id, UUID tenantId, String phoneNumber, Instant at) {
    return jdbc.sql(
                """
                insert into suppression as known
                  (id, tenant_id, phone_number, scope, reason, source, by_the_person, created_at)
                values (:id, :tenant, :number, 'ALL', 'asked by text', 'SMS', true, :at)
                on conflict (tenant_id, phone_number, scope) do update
                  set by_the_person = true, reason = excluded.reason, source = excluded.source
                  where not known.by_the_person
                """)
            .param("id", id)
            .param("tenant", tenantId)
            .param("number", phoneNumber)
            .param("at", Moments.param(at))
            .update()
        == 1;
  }

  /// Lets waiting calls to the number come up for their decision at once.
  void hurry(String phoneNumber, Instant now) {
    jdbc.sql(
            """
            update dial_queue set not_before = :now
            where phone_number = :number and not_before > :now
            """)
        .param("number", phoneNumber)
        .param("now", Moments.param(now))
        .update();
  }

  /// Takes back what a text had suppressed, and nothing else.
  ///
  /// @return whether there was anything to take back
  boolean release(String phoneNumber) {
    return jdbc.sql(
                """
                delete from suppression
                where phone_number = :number and source = 'SMS' and by_the_person
                """)
            .param("number", phoneNumber)
            .update()
        > 0;
  }

  void record(UUID tenantId, Instant at, String action, String subject) {
    jdbc.sql(
            """
            insert into audit (tenant_id, at, actor, action, subject)
            values (:tenant, :at, 'person', :action, :subject)
            """)
        .param("tenant", tenantId)
        .param("at", Moments.param(at))
        .param("action", action)
        .param("subject", subject)
        .update();
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
