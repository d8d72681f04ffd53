package dev.carillon.activities.postgres.events;

import dev.carillon.activities.postgres.Moments;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Everything said and written between the business and one person, voice and text in one order.
public final class Timeline {
  private final JdbcClient jdbc;

  public Timeline(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// At most `limit` items, oldest first, behind the place of an item seen before.
  public List<TimelineItem> of(
      UUID contactId, @Nullable Instant after, @Nullable UUID afterId, int limit) {
    return jdbc.sql(
            """
            select at, id, channel, direction, body, call_id from (
              -- A line has no id of its own: the beginning of the call's with the line's number.
              select t.at,
                (left(t.call_id::text, 24) || lpad(to_hex(t.seq), 12, '0'))::uuid as id,
                'VOICE' as channel, case t.who when 'PERSON' then 'IN' else 'OUT' end as direction,
                t.body, t.call_id
              from call c join call_turn t on t.call_id = c.id
              where c.contact_id = :contact and t.who in ('AGENT', 'PERSON')
              union all
              select m.at, m.id, 'SMS', m.direction, m.body, m.call_id
              from message m
              where m.contact_id = :contact and m.kind <> 'OWNER'
                and m.state not in ('PENDING', 'DENIED', 'FAILED')
            ) item
            where cast(:at as timestamptz) is null or (at, id) > (:at, :id)
            order by at, id
            limit :limit
            """)
        .param("contact", contactId)
        .param("at", Moments.paramOrNull(after))
        .param("id", afterId)
        .param("limit", limit)
        .query((row, _) ->
            new TimelineItem(
                Moments.read(row, "at"),
                row.getObject("id", UUID.class),
                TimelineItem.Channel.valueOf(row.getString("channel")),
                TimelineItem.Way.valueOf(row.getString("direction")),
                row.getString("body"),
                row.getObject("call_id", UUID.class)))
        .list();
  }
}
