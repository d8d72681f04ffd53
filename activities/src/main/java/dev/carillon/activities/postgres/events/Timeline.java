package dev.carillon.activities.postgres.events;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Everything said and written between the business and one person, voice and text in one order.
public final class Timeline {
  private final JdbcClient jdbc;

  public Timeline(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// At most `limit` items after a place, oldest first; [Instant#EPOCH] and an empty key are the
  /// beginning.
  public List<TimelineItem> of(UUID contactId, Instant after, String afterKey, int limit) {
    return jdbc.sql(
            """
            select at, key, channel, direction, body, call_id from (
              select t.at, 'v/' || t.call_id || '/' || lpad(t.seq::text, 6, '0') as key,
                'VOICE' as channel, case t.who when 'PERSON' then 'IN' else 'OUT' end as direction,
                t.body, t.call_id
              from call c join call_turn t on t.call_id = c.id
              where c.contact_id = :contact and t.who in ('AGENT', 'PERSON')
              union all
              select m.at, 't/' || m.id, 'SMS', m.direction, m.body, m.call_id
              from message m
              where m.contact_id = :contact and m.kind <> 'OWNER'
                and m.state not in ('PENDING', 'DENIED', 'FAILED')
            ) item
            where (at, key) > (:at, :key collate "C")
            order by at, key collate "C"
            limit :limit
            """)
        .param("contact", contactId)
        .param("at", OffsetDateTime.ofInstant(after, ZoneOffset.UTC))
        .param("key", afterKey)
        .param("limit", limit)
        .query(
            (row, _) ->
                new TimelineItem(
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    row.getString("key"),
                    TimelineItem.Channel.valueOf(row.getString("channel")),
                    TimelineItem.Way.valueOf(row.getString("direction")),
                    row.getString("body"),
                    row.getObject("call_id", UUID.class)))
        .list();
  }
}
