package dev.carillon.activities.postgres.dialling;

import dev.carillon.activities.postgres.Moments;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How many calls account and campaigns may admit now: as many as there are permits and money left,
/// and no more than the pace lets through before the pump looks again. Calls that were admitted and
/// wait at the fence have their slots already.
final class Openings {
  /// From admission to the fence it takes some hundred milliseconds of Temporal's time.
  private static final Duration AHEAD = Duration.ofMillis(500);

  private final JdbcClient jdbc;
  private final Spending spending;

  Openings(JdbcClient jdbc, Spending spending) {
    this.jdbc = jdbc;
    this.spending = spending;
  }

  /// The room that is left; [#take] uses it up.
  static final class Room {
    private int account;
    private final Map<UUID, Integer> campaigns;

    Room(int account, Map<UUID, Integer> campaigns) {
      this.account = account;
      this.campaigns = new HashMap<>(campaigns);
    }

    boolean anywhere() {
      return account > 0;
    }

    int of(@Nullable UUID campaignId) {
      return campaignId == null
          ? account
          : Math.min(account, campaigns.getOrDefault(campaignId, 0));
    }

    void take(@Nullable UUID campaignId) {
      account--;
      if (campaignId != null) {
        campaigns.merge(campaignId, -1, Integer::sum);
      }
    }

    /// Campaigns that may admit somebody.
    List<UUID> open() {
      return campaigns.entrySet().stream()
          .filter(entry -> entry.getValue() > 0)
          .map(Map.Entry::getKey)
          .sorted()
          .toList();
    }
  }

  private record Limits(UUID id, Pace pace, int concurrency, @Nullable BigDecimal budget) {}

  private record Live(@Nullable UUID campaignId, int live, int waiting) {}

  Room look(UUID accountId, Instant now) {
    var live =
        jdbc.sql(
                """
                select campaign_id, count(*) as live,
                  count(*) filter (where state = 'RESERVED') as waiting
                from call where account_id = :account and state <> 'ENDED'
                group by campaign_id
                """)
            .param("account", accountId)
            .query((row, _) ->
                new Live(
                    row.getObject("campaign_id", UUID.class),
                    row.getInt("live"),
                    row.getInt("waiting")))
            .list();
    var account =
        jdbc.sql(
                """
                select id, calls_per_second, concurrency, next_slot_at, null::numeric as budget
                from carrier_account
                where id = :account
                """)
            .param("account", accountId)
            .query((row, _) -> limits(row))
            .single();
    var campaigns = new HashMap<UUID, Integer>();
    for (var campaign : running(accountId, now)) {
      var own = live.stream().filter(l -> campaign.id().equals(l.campaignId())).toList();
      campaigns.put(campaign.id(), Math.min(room(campaign, own, now), affordable(campaign, own)));
    }
    return new Room(room(account, live, now), campaigns);
  }

  private List<Limits> running(UUID accountId, Instant now) {
    return jdbc.sql(
            """
            select id, calls_per_second, concurrency, next_slot_at,
              cast(budget ->> 'amount' as numeric) as budget
            from campaign
            where account_id = :account and state = 'RUNNING'
              and (start_at is null or start_at <= :now)
            """)
        .param("account", accountId)
        .param("now", Moments.param(now))
        .query((row, _) -> limits(row))
        .list();
  }

  private static Limits limits(ResultSet row) throws SQLException {
    return new Limits(
        row.getObject("id", UUID.class),
        new Pace(row.getBigDecimal("calls_per_second"), Moments.readOrNull(row, "next_slot_at")),
        row.getInt("concurrency"),
        row.getBigDecimal("budget"));
  }

  /// While calls are live their worst case is kept aside: what they do not use may be enough for
  /// others later. When none is, there is nothing to wait for, and the rules deny whoever is next.
  /// As long as nobody knows the price, everybody waits.
  private int affordable(Limits campaign, List<Live> calls) {
    var budget = spending.of(campaign.id(), campaign.budget(), null);
    if (budget == null) {
      return Integer.MAX_VALUE;
    }
    var most = budget.mostOfOne();
    if (most == null) {
      return 0;
    }
    var left = budget.limit().subtract(budget.used()).divideToIntegralValue(most);
    int covered = left.min(BigDecimal.valueOf(Integer.MAX_VALUE)).intValue();
    return Math.max(calls.isEmpty() ? 1 : 0, covered);
  }

  private static int room(Limits limits, List<Live> calls, Instant now) {
    int live = calls.stream().mapToInt(Live::live).sum();
    int waiting = calls.stream().mapToInt(Live::waiting).sum();
    int permits = limits.concurrency() - live;
    int slots = limits.pace().slotsWithin(AHEAD, now) - waiting;
    return Math.max(0, Math.min(permits, slots));
  }
}
