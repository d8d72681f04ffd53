package dev.carillon.activities.postgres.calls;

import dev.carillon.activities.postgres.Moments;
import dev.carillon.call.CallState;
import dev.carillon.call.Direction;
import dev.carillon.call.Disposition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the books need of a call's row to move it.
record CallRow(
    UUID id,
    UUID tenantId,
    @Nullable UUID campaignId,
    @Nullable UUID contactId,
    Direction direction,
    CallState state,
    @Nullable Disposition disposition,
    @Nullable String providerCallId,
    @Nullable Instant answeredAt,
    @Nullable Instant endedAt,
    @Nullable Instant closedAt) {

  static CallRow of(ResultSet row) throws SQLException {
    var disposition = row.getString("disposition");
    return new CallRow(
        row.getObject("id", UUID.class),
        row.getObject("tenant_id", UUID.class),
        row.getObject("campaign_id", UUID.class),
        row.getObject("contact_id", UUID.class),
        Direction.valueOf(row.getString("direction")),
        CallState.valueOf(row.getString("state")),
        disposition == null ? null : Disposition.valueOf(disposition),
        row.getString("provider_call_id"),
        Moments.readOrNull(row, "answered_at"),
        Moments.readOrNull(row, "ended_at"),
        Moments.readOrNull(row, "closed_at"));
  }
}
