package dev.carillon.api.calls;

import dev.carillon.activities.postgres.Moments;
import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.api.web.Tenant;
import dev.carillon.api.web.problem.ProblemException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Totals of the last days.
@RestController
final class StatsController {
  private static final int MOST_DAYS = 366;

  private final JdbcClient jdbc;
  private final TenantTransactions transactions;
  private final InstantSource clock;

  StatsController(JdbcClient jdbc, TenantTransactions transactions, InstantSource clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// How many calls there were and what came of them.
  @GetMapping("/api/v1/stats")
  Stats stats(Tenant tenant, @RequestParam(defaultValue = "30") int days) {
    return read(
        tenant,
        days,
        since -> {
          var dispositions = counts("disposition", since);
          var outcomes = counts("outcome", since);
          return totals(days, since, dispositions, outcomes);
        });
  }

  /// What the calls cost by the providers' list prices, and which part is whose.
  @GetMapping("/api/v1/costs")
  Costs costs(Tenant tenant, @RequestParam(defaultValue = "30") int days) {
    return read(
        tenant,
        days,
        since -> {
          var byProvider = byProvider(since);
          return jdbc.sql(
                  """
                  select count(*) as calls, count(cost) as priced,
                    coalesce(sum(duration_seconds), 0) as seconds, sum(cost) as cost
                  from call where created_at >= :since
                  """)
              .param("since", Moments.param(since))
              .query((row, _) ->
                  costs(
                      days,
                      row.getLong("calls"),
                      row.getLong("priced"),
                      row.getLong("seconds"),
                      row.getBigDecimal("cost"),
                      byProvider))
              .single();
        });
  }

  private Map<String, BigDecimal> byProvider(Instant since) {
    var costs = new LinkedHashMap<String, BigDecimal>();
    jdbc.sql(
            """
            select u.provider, sum(u.cost) as cost
            from call_usage u join call c on c.id = u.call_id
            where c.created_at >= :since and u.cost is not null group by 1 order by 1
            """)
        .param("since", Moments.param(since))
        .query(row -> {
          costs.put(row.getString("provider"), row.getBigDecimal("cost"));
        });
    return costs;
  }

  private <T> T read(Tenant tenant, int days, Function<Instant, T> reading) {
    if (days < 1 || days > MOST_DAYS) {
      throw ProblemException.unreadable("days", "OUT_OF_RANGE", "is a number from 1 to 366");
    }
    var since = clock.instant().minus(Duration.ofDays(days));
    return transactions.in(tenant.id(), () -> reading.apply(since));
  }

  private Stats totals(
      int days, Instant since, Map<String, Long> dispositions, Map<String, Long> outcomes) {
    return jdbc.sql(
            """
            select count(*) as calls,
              count(*) filter (where answered_at is not null) as answered,
              count(*) filter (where state <> 'ENDED') as live,
              avg(duration_seconds) filter (where answered_at is not null) as seconds
            from call where created_at >= :since
            """)
        .param("since", Moments.param(since))
        .query((row, _) -> {
          long answered = row.getLong("answered");
          long goals = outcomes.getOrDefault("GOAL_ACHIEVED", 0L);
          return new Stats(
              days,
              row.getLong("calls"),
              row.getLong("live"),
              answered,
              answered == 0 ? null : (double) goals / answered,
              row.getBigDecimal("seconds") == null
                  ? null
                  : row.getBigDecimal("seconds").doubleValue(),
              dispositions,
              outcomes);
        })
        .single();
  }

  /// @param column one of ours, never a caller's text
  private Map<String, Long> counts(String column, Instant since) {
    var counts = new LinkedHashMap<String, Long>();
    jdbc.sql(
            """
            select %1$s as name, count(*) as calls from call
            where created_at >= :since and %1$s is not null group by 1 order by 1
            """
                .formatted(column))
        .param("since", Moments.param(since))
        .query(row -> {
          counts.put(row.getString("name"), row.getLong("calls"));
        });
    return counts;
  }

  private static Costs costs(
      int days,
      long calls,
      long priced,
      long seconds,
      @Nullable BigDecimal cost,
      Map<String, BigDecimal> byProvider) {
    var total = cost == null ? BigDecimal.ZERO : cost;
    var parts = new LinkedHashMap<>(byProvider);
    var carrier = parts.remove("twilio");
    var providers = new ArrayList<Provider>();
    providers.add(
        new Provider(
            "twilio",
            minutes(seconds),
            Money.dollars(carrier == null ? BigDecimal.ZERO : carrier),
            calls - priced));
    parts.forEach((name, part) ->
        providers.add(new Provider(name, minutes(seconds), Money.dollars(part), 0)));
    return new Costs(days, minutes(seconds), Money.dollars(total), providers);
  }

  private static double minutes(long seconds) {
    return seconds / 60.0;
  }

  /// @param goalRate goals reached per answered call, null when none was answered
  /// @param averageSeconds length of an answered call, null when none was answered
  record Stats(
      int days,
      long calls,
      long active,
      long answered,
      @Nullable Double goalRate,
      @Nullable Double averageSeconds,
      Map<String, Long> byDisposition,
      Map<String, Long> byOutcome) {}

  /// Minutes talked and money spent.
  record Costs(int days, double minutes, @Nullable Money total, List<Provider> byProvider) {}

  /// One provider's part.
  ///
  /// @param unpriced calls whose price it has not said (yet)
  record Provider(String provider, double minutes, @Nullable Money cost, long unpriced) {}
}
