package dev.carillon.activities.postgres.tools;

import dev.carillon.activities.postgres.Ids;
import dev.carillon.activities.postgres.Moments;
import dev.carillon.activities.postgres.events.Event;
import dev.carillon.activities.postgres.events.Events;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What a person says in a call about being called: in force with the transaction that is under
/// way.
final class OptOuts {
  private final JdbcClient jdbc;
  private final Events events;
  private final Ids ids;

  OptOuts(JdbcClient jdbc, Events events, Ids ids) {
    this.jdbc = jdbc;
    this.events = events;
    this.ids = ids;
  }

  /// Suppresses the number for calls and texts. What waits for it comes up for a decision at once.
  ///
  /// @param byThePerson asked by themselves; decides between OPTED_OUT and NOT_CALLABLE
  void suppress(ToolScope scope, @Nullable String reason, boolean byThePerson) {
    jdbc.sql(
            """
            insert into suppression (id, tenant_id, phone_number, scope, reason, source, by_the_person, created_at)
            values (:id, :tenant, :number, 'ALL', :reason, 'CALL', :own, :now)
            on conflict (tenant_id, phone_number, scope) do update
              set by_the_person = suppression.by_the_person or excluded.by_the_person
            """)
        .param("id", ids.next())
        .param("tenant", scope.tenantId())
        .param("number", scope.number().e164())
        .param("reason", reason)
        .param("own", byThePerson)
        .param("now", Moments.param(scope.now()))
        .update();
    jdbc.sql(
            """
            update dial_queue set not_before = :now where phone_number = :number and not_before > :now
            """)
        .param("number", scope.number().e164())
        .param("now", Moments.param(scope.now()))
        .update();
    if (byThePerson) {
      revokeConsents(scope);
      announce(scope);
    }
  }

  private void revokeConsents(ToolScope scope) {
    jdbc.sql(
            "update consent set revoked_at = :now where revoked_at is null and contact_id ="
                + " :contact")
        .param("contact", scope.contactId())
        .param("now", Moments.param(scope.now()))
        .update();
  }

  private void announce(ToolScope scope) {
    events.append(
        new Event(
            scope.tenantId(),
            scope.now(),
            "contact_opted_out",
            null,
            scope.callId(),
            scope.contactId(),
            Map.of("source", "CALL")));
  }
}
