package dev.carillon.api.webhooks;

import dev.carillon.activities.postgres.Moments;
import dev.carillon.call.CallState;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The routing tables and the few columns of calls that webhooks touch.
final class CallRows {
  private final JdbcClient jdbc;

  CallRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Whose call this is. Outside any tenant.
  Optional<Route> routeOf(UUID callId) {
    return jdbc.sql(
            """
            select r.tenant_id, r.account_id, a.external_id
            from call_route r join carrier_account a on a.id = r.account_id
            where r.call_id = :call
            """)
        .param("call", callId)
        .query((row, _) ->
            new Route(
                row.getObject("tenant_id", UUID.class),
                row.getObject("account_id", UUID.class),
                row.getString("external_id")))
        .optional();
  }

  /// Who has this account at the carrier. Outside any tenant.
  Optional<Route> routeOfAccount(String accountSid) {
    return jdbc.sql(
            """
            select tenant_id, id from carrier_account
            where provider = 'twilio' and external_id = :account
            """)
        .param("account", accountSid)
        .query((row, _) ->
            new Route(
                row.getObject("tenant_id", UUID.class),
                row.getObject("id", UUID.class),
                accountSid))
        .optional();
  }

  Optional<CallRow> find(UUID callId) {
    return jdbc.sql(
            """
            select c.id, c.provider_call_id, c.state, c.ended_at, c.resumes,
              coalesce((c.stream_end ->> 'hangUp')::boolean, false) as hang_up,
              c.direction = 'OUTBOUND' and exists (select 1 from suppression s
                where s.phone_number = c.phone_number and s.scope in ('ALL', 'VOICE')) as suppressed
            from call c where c.id = :call
            """)
        .param("call", callId)
        .query((row, _) ->
            new CallRow(
                row.getObject("id", UUID.class),
                row.getString("provider_call_id"),
                CallState.valueOf(row.getString("state")),
                Moments.readOrNull(row, "ended_at"),
                row.getInt("resumes"),
                row.getBoolean("hang_up"),
                row.getBoolean("suppressed")))
        .optional();
  }

  /// Notes the carrier's id of a call whose placing has not been answered yet.
  void adopt(UUID callId, String callSid) {
    jdbc.sql(
            """
            update call set provider_call_id = :sid
            where id = :call and provider_call_id is null
            """)
        .param("sid", callSid)
        .param("call", callId)
        .update();
  }

  void countResume(UUID callId) {
    jdbc.sql("update call set resumes = resumes + 1 where id = :call")
        .param("call", callId)
        .update();
  }

  /// @param accountSid the carrier's name of the account
  record Route(UUID tenantId, UUID accountId, String accountSid) {}
}
