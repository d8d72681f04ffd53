package dev.carillon.activities.postgres.tools;

import dev.carillon.activities.postgres.Moments;
import dev.carillon.activities.postgres.people.Suppressions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What a person says about being called: in force with the transaction that is under way.
final class OptOuts {
  private final Suppressions suppressions;
  private final JdbcClient jdbc;

  OptOuts(Suppressions suppressions, JdbcClient jdbc) {
    this.suppressions = suppressions;
    this.jdbc = jdbc;
  }

  /// The person never wants to be called or texted again. What they had consented to is revoked.
  void never(ToolScope scope, @Nullable String reason) {
    suppressions.optOut(
        new Suppressions.Wish(
            scope.tenantId(),
            scope.number().e164(),
            scope.contactId(),
            scope.callId(),
            reason,
            scope.channel(),
            scope.origin()));
    jdbc.sql(
            "update consent set revoked_at = :now where revoked_at is null and contact_id ="
                + " :contact")
        .param("contact", scope.contactId())
        .param("now", Moments.param(scope.now()))
        .update();
  }

  /// The number is somebody else's.
  void wrongNumber(ToolScope scope) {
    suppressions.add(scope.tenantId(), scope.number(), "ALL", "WRONG_NUMBER", scope.channel());
  }
}
