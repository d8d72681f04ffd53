package dev.carillon.api.webhooks;

import dev.carillon.activities.postgres.Moments;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of calls that came in.
final class InboundCallRows {
  private final JdbcClient jdbc;

  InboundCallRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<UUID> find(String callSid) {
    return jdbc.sql("select id from call where provider_call_id = :sid and direction = 'INBOUND'")
        .param("sid", callSid)
        .query((row, _) -> row.getObject("id", UUID.class))
        .optional();
  }

  /// Writes a call as answered, by the business's agent; false when it was there.
  boolean add(InboundCall call) {
    boolean fresh =
        jdbc.sql(
                    """
                    insert into call (id, tenant_id, account_id, contact_id, direction, purpose,
                      agent_id, phone_number, state, provider_call_id, created_at, news_at,
                      answered_at)
                    select :id, :tenant, :account, :contact, 'INBOUND',
                      coalesce(a.definition ->> 'purpose', 'dispatcher'), a.id, :number,
                      'IN_PROGRESS', :sid, :at, :at, :at
                    from business b left join agent a on a.id = b.agent_id and a.deleted_at is null
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
