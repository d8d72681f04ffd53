package dev.carillon.api.listening;

import dev.carillon.activities.postgres.Jsonb;
import dev.carillon.activities.postgres.Moments;
import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.api.web.problem.ProblemException;
import dev.carillon.call.CallState;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Calls that are being talked, and the audit of who had to do with them.
final class LiveCalls {
  private final JdbcClient jdbc;
  private final TenantTransactions transactions;
  private final Jsonb json;
  private final InstantSource clock;

  LiveCalls(JdbcClient jdbc, TenantTransactions transactions, Jsonb json, InstantSource clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.json = json;
    this.clock = clock;
  }

  /// A call that is talked.
  ///
  /// @param bridge the address of the bridge that has it; null when none has said so yet
  record LiveCall(@Nullable UUID campaignId, @Nullable UUID contactId, @Nullable String bridge) {}

  /// The call, if it is being talked.
  ///
  /// @throws ProblemException 404 when there is no such call, 409 when nobody talks
  LiveCall find(UUID tenantId, UUID callId) {
    return transactions.in(
        tenantId,
        () ->
            jdbc.sql("select state, campaign_id, contact_id, bridge_url from call where id = :id")
                .param("id", callId)
                .query((row, _) -> {
                  if (CallState.valueOf(row.getString("state")) != CallState.IN_PROGRESS) {
                    throw notTalked();
                  }
                  return new LiveCall(
                      row.getObject("campaign_id", UUID.class),
                      row.getObject("contact_id", UUID.class),
                      row.getString("bridge_url"));
                })
                .optional()
                .orElseThrow(() -> ProblemException.notFound("call")));
  }

  static ProblemException notTalked() {
    return ProblemException.conflict("Nobody is talking on this call right now.");
  }

  /// Writes down who did what.
  void audit(UUID tenantId, UUID callId, String actor, String action, Map<String, Object> detail) {
    transactions.run(
        tenantId,
        () ->
            jdbc.sql(
                    """
                    insert into audit (tenant_id, at, actor, action, subject, detail)
                    values (:tenant, :at, :actor, :action, :subject, cast(:detail as jsonb))
                    """)
                .param("tenant", tenantId)
                .param("at", Moments.param(clock.instant()))
                .param("actor", actor)
                .param("action", action)
                .param("subject", "call/" + callId)
                .param("detail", json.write(detail))
                .update());
  }
}
