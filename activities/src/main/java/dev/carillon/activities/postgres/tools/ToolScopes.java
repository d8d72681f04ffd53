package dev.carillon.activities.postgres.tools;

import dev.carillon.activities.postgres.LocalTimes;
import dev.carillon.call.CallPurpose;
import dev.carillon.call.ToolDesk.ToolOrder;
import dev.carillon.phone.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Finds out within what a tool works, in the tenant's transaction that is under way. The row of
/// the conversation is locked, so that two tools of one conversation run one after the other.
final class ToolScopes {
  private final JdbcClient jdbc;
  private final InstantSource clock;

  ToolScopes(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// Empty when the conversation is not in the books, or with somebody whose number is withheld.
  Optional<ToolScope> of(ToolOrder order) {
    return order.call() == null
        ? ofText(Objects.requireNonNull(order.text()).messageId())
        : ofCall(order.call().callId());
  }

  private Optional<ToolScope> ofCall(UUID callId) {
    return jdbc.sql(
            """
            select k.tenant_id, k.account_id, k.contact_id, k.phone_number, k.purpose, k.agent_id,
              c.name, c.time_zone as own_zone, b.time_zone as business_zone
            from call k join contact c on c.id = k.contact_id
              join business b on b.tenant_id = k.tenant_id
            where k.id = :id for update of k
            """)
        .param("id", callId)
        .query((row, _) -> scope(row, callId, null))
        .optional();
  }

  private Optional<ToolScope> ofText(UUID messageId) {
    return jdbc.sql(
            """
            select m.tenant_id, a.id as account_id, m.contact_id, m.phone_number,
              coalesce(g.definition ->> 'purpose', 'dispatcher') as purpose, g.id as agent_id,
              c.name, c.time_zone as own_zone, b.time_zone as business_zone
            from message m join contact c on c.id = m.contact_id
              join business b on b.tenant_id = m.tenant_id
              join carrier_account a on a.tenant_id = m.tenant_id
              left join agent g on g.id = b.agent_id and g.deleted_at is null
            where m.id = :id order by a.id limit 1 for update of m
            """)
        .param("id", messageId)
        .query((row, _) -> scope(row, null, messageId))
        .optional();
  }

  private ToolScope scope(ResultSet row, @Nullable UUID callId, @Nullable UUID messageId)
      throws SQLException {
    var business = LocalTimes.zone(row.getString("business_zone"), ZoneOffset.UTC);
    return new ToolScope(
        row.getObject("tenant_id", UUID.class),
        callId,
        messageId,
        row.getObject("account_id", UUID.class),
        row.getObject("contact_id", UUID.class),
        row.getString("name"),
        new PhoneNumber(row.getString("phone_number")),
        CallPurpose.named(row.getString("purpose")).orElse(CallPurpose.FOLLOW_UP),
        row.getObject("agent_id", UUID.class),
        LocalTimes.zone(row.getString("own_zone"), business),
        business,
        clock.instant());
  }
}
