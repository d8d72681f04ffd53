package dev.carillon.activities.postgres.dialling;

import dev.carillon.compliance.DialFacts;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What campaigns have spent. A call that is not over, or of which nobody knows how it ended,
/// counts with the most that it may cost, so that together they cannot cost more than was left.
/// Both are by the operator's price of a minute, which is a promise; what providers charge in the
/// end is not known before it is spent.
final class Spending {
  private final JdbcClient jdbc;
  private final CallPrice price;

  Spending(JdbcClient jdbc, CallPrice price) {
    this.jdbc = jdbc;
    this.price = price;
  }

  /// @param limit the campaign's budget in dollars, or null
  /// @param except a call that is not counted, or null
  DialFacts.@Nullable Budget of(
      UUID campaignId, @Nullable BigDecimal limit, @Nullable UUID except) {
    if (limit == null) {
      return null;
    }
    var most = price.mostOfOne();
    var used = most == null ? BigDecimal.ZERO : used(campaignId, most, except);
    return new DialFacts.Budget(limit, used, most);
  }

  private BigDecimal used(UUID campaignId, BigDecimal most, @Nullable UUID except) {
    return jdbc.sql(
            """
            select coalesce(sum(case
                when state <> 'ENDED' or disposition = 'UNKNOWN' then :most
                else ceil(coalesce(duration_seconds, 0) / 60.0) * :price end), 0) as used
            from call
            where campaign_id = :campaign and id is distinct from cast(:except as uuid)
            """)
        .param("most", most)
        .param("price", price.perMinute())
        .param("campaign", campaignId)
        .param("except", except)
        .query((row, _) -> row.getBigDecimal("used"))
        .single();
  }
}
