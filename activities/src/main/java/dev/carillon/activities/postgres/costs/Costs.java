package dev.carillon.activities.postgres.costs;

import dev.carillon.activities.postgres.Moments;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Writes down what calls use and what it costs, in the tenant's transaction that is under way. A
/// call has a cost from its end on; what is learned later corrects it.
public final class Costs {
  private static final int DECIMALS = 6;
  private static final int MINUTE = 60;
  private static final String CARRIER = "twilio";

  private final JdbcClient jdbc;
  private final Prices prices;

  Costs(JdbcClient jdbc, Prices prices) {
    this.jdbc = jdbc;
    this.prices = prices;
  }

  /// With the prices that come with the release and the operator's own.
  ///
  /// @param overrides as in `CARILLON_PRICES`, or empty
  public static Costs of(JdbcClient jdbc, String overrides) {
    return new Costs(jdbc, Prices.shipped().with(overrides));
  }

  /// So much of something.
  public record Counted(String provider, String model, String unit, BigDecimal quantity) {}

  /// Writes down what was used at a moment; the same again changes nothing.
  public void used(UUID tenantId, UUID callId, Instant at, Counted counted) {
    write(tenantId, callId, at, counted);
    jdbc.sql(
            """
            update call set cost = (select sum(u.cost) from call_usage u where u.call_id = call.id)
            where id = :call and closed_at is not null
            """)
        .param("call", callId)
        .update();
  }

  /// The call is over: the carrier's part is computed from its length, and all of it summed up.
  /// Once more with a length that came late.
  public void close(UUID callId) {
    jdbc.sql(
            """
            select tenant_id, direction, created_at, answered_at,
              coalesce(duration_seconds, extract(epoch from ended_at - answered_at)) as seconds,
              exists (select 1 from recording r where r.call_id = call.id) as recorded
            from call where id = :call
            """)
        .param("call", callId)
        .query(row -> {
          var tenantId = row.getObject("tenant_id", UUID.class);
          var at = Moments.read(row, "created_at");
          var seconds = row.getBigDecimal("seconds");
          if (row.getObject("answered_at") == null || seconds == null) {
            return;
          }
          // Begun minutes count whole, as carriers bill them.
          var minutes = BigDecimal.valueOf(Math.ceilDiv(seconds.longValue(), MINUTE));
          var direction = row.getString("direction").toLowerCase(Locale.ROOT);
          write(tenantId, callId, at, new Counted(CARRIER, direction, "minutes", minutes));
          write(tenantId, callId, at, new Counted(CARRIER, "media-stream", "minutes", minutes));
          if (row.getBoolean("recorded")) {
            write(tenantId, callId, at, new Counted(CARRIER, "recording", "minutes", minutes));
          }
        });
    sum(callId);
  }

  private void write(UUID tenantId, UUID callId, Instant at, Counted counted) {
    var cost = prices.of(counted).map(dollars -> dollars.setScale(DECIMALS, RoundingMode.HALF_UP));
    jdbc.sql(
            """
            insert into call_usage (tenant_id, call_id, at, provider, model, unit, quantity, cost)
            values (:tenant, :call, :at, :provider, :model, :unit, :quantity, :cost)
            on conflict (call_id, at, provider, model, unit) do update
              set quantity = excluded.quantity, cost = excluded.cost
              where call_usage.quantity <> excluded.quantity
            """)
        .param("tenant", tenantId)
        .param("call", callId)
        .param("at", Moments.param(at))
        .param("provider", counted.provider())
        .param("model", counted.model())
        .param("unit", counted.unit())
        .param("quantity", counted.quantity())
        .param("cost", cost.orElse(null))
        .update();
  }

  private void sum(UUID callId) {
    jdbc.sql(
            """
            update call set cost = (select sum(u.cost) from call_usage u where u.call_id = call.id)
            where id = :call
            """)
        .param("call", callId)
        .update();
  }
}
