package dev.carillon.activities.postgres.dialling;

import dev.carillon.activities.postgres.Moments;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Finds rows of the queue that are due, most urgent first, without taking them.
final class DueRows {
  private final JdbcClient jdbc;

  DueRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Due(UUID callId, @Nullable UUID campaignId) {}

  /// Due rows of single calls and of `campaigns`, at most `each` of each priority.
  List<Due> find(UUID accountId, List<UUID> campaigns, Instant now, int each) {
    return jdbc.sql(
            """
            select call_id, campaign_id from (
              select q.* from unnest(cast(:campaigns as uuid[])) as c(id)
                cross join (values (1), (2), (3)) as p(rank)
                cross join lateral (
                  select call_id, campaign_id, priority, not_before from dial_queue
                  where campaign_id = c.id and account_id = :account and priority = p.rank
                    and not_before <= :now
                  order by not_before limit :each) q
              union all
              select q.* from (values (1), (2), (3)) as p(rank)
                cross join lateral (
                  select call_id, campaign_id, priority, not_before from dial_queue
                  where campaign_id is null and account_id = :account and priority = p.rank
                    and not_before <= :now
                  order by not_before limit :each) q
            ) due
            order by priority, not_before, call_id
            """)
        .param("campaigns", campaigns.toArray(new UUID[0]))
        .param("account", accountId)
        .param("now", Moments.param(now))
        .param("each", each)
        .query((row, _) ->
            new Due(row.getObject("call_id", UUID.class), row.getObject("campaign_id", UUID.class)))
        .list();
  }
}
