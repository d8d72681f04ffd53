package dev.carillon.activities.postgres.campaigns;

import dev.carillon.activities.postgres.Moments;
import dev.carillon.activities.postgres.dialling.DialQueue;
import dev.carillon.call.CallPurpose;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Puts everybody of a campaign into the dial queue with one statement, however many they are.
final class Starting {
  private final JdbcClient jdbc;
  private final InstantSource clock;

  Starting(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void queueEverybody(UUID campaignId) {
    jdbc.sql("select set_config('statement_timeout', '10min', true)")
        .query((_, _) -> true)
        .single();
    var now = clock.instant();
    var purpose =
        jdbc.sql("select purpose from campaign where id = :campaign")
            .param("campaign", campaignId)
            .query((row, _) -> CallPurpose.named(row.getString("purpose")).orElseThrow())
            .single();
    queue(campaignId, DialQueue.Priority.of(purpose).rank(), now);
    jdbc.sql(
            """
            update journey j set next_attempt_at = q.not_before
            from dial_queue q
            where q.campaign_id = j.campaign_id and q.contact_id = j.contact_id
              and j.campaign_id = :campaign
            """)
        .param("campaign", campaignId)
        .update();
  }

  /// The call ids are random UUIDs of version 4 with our clock's milliseconds and the version's two
  /// missing bits laid over them: version 7.
  private void queue(UUID campaignId, int priority, Instant now) {
    jdbc.sql(
            """
            insert into dial_queue (call_id, tenant_id, account_id, campaign_id, contact_id,
              phone_number, purpose, objective, agent_id, attempt_no, priority, not_before, created_at)
            select
              cast(encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
                placing substring(int8send(:millis) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')
                as uuid),
              j.tenant_id, m.account_id, m.id, p.id, p.phone_number, m.purpose, m.objective, m.agent_id,
              1, :priority, greatest(coalesce(m.start_at, :now), :now), :now
            from journey j
              join campaign m on m.id = j.campaign_id
              join contact p on p.id = j.contact_id
            where j.campaign_id = :campaign and j.state = 'WAITING'
            """)
        .param("millis", now.toEpochMilli())
        .param("priority", priority)
        .param("now", Moments.param(now))
        .param("campaign", campaignId)
        .update();
  }
}
