package dev.carillon.activities.postgres.events;

import dev.carillon.activities.postgres.Jsonb;
import dev.carillon.activities.postgres.Moments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/// The event log of the tenant whose transaction is open. What is appended is seen by viewers once
/// the transaction commits.
public final class Events {
  // Ids come in the order of inserts, not of commits, so they alone are no safe place to resume
  // from. A transaction below the oldest running one is over: nothing can appear among those.
  private static final String SETTLED = "xid < pg_snapshot_xmin(pg_current_snapshot())";

  private static final TypeReference<Map<String, Object>> DETAIL = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final Jsonb json;

  public Events(JdbcClient jdbc, Jsonb json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /// Appends an event; the tenant is the open transaction's.
  public void append(Event event) {
    jdbc.sql(
            """
            insert into event (tenant_id, at, type, campaign_id, call_id, contact_id, detail)
            values (:tenant, :at, :type, :campaign, :call, :contact, cast(:detail as jsonb))
            """)
        .param("tenant", event.tenantId())
        .param("at", Moments.param(event.at()))
        .param("type", event.type())
        .param("campaign", event.campaignId())
        .param("call", event.callId())
        .param("contact", event.contactId())
        .param("detail", json.write(event.detail()))
        .update();
  }

  /// Events after `after`, oldest first, of all contacts or of one.
  public List<StoredEvent> after(EventPosition after, @Nullable UUID contactId, int limit) {
    return jdbc.sql(
            """
            select xid::text as xid, id, tenant_id, at, type, campaign_id, call_id, contact_id, detail
            from event
            where (event.xid, event.id) > (cast(:xid as xid8), :id)
              and event.%s
              and (cast(:contact as uuid) is null or contact_id = :contact)
            order by event.xid, event.id
            limit :limit
            """
                .formatted(SETTLED))
        .param("xid", Long.toString(after.transaction()))
        .param("id", after.id())
        .param("contact", contactId)
        .param("limit", limit)
        .query((row, _) -> read(row))
        .list();
  }

  /// The place of the newest event that can be read; a viewer who starts here sees what comes.
  public EventPosition newest() {
    return jdbc.sql(
            """
            select xid::text as xid, id from event where %s
            order by event.xid desc, event.id desc limit 1
            """
                .formatted("event." + SETTLED))
        .query((row, _) -> position(row))
        .optional()
        .orElse(EventPosition.START);
  }

  /// Whether events are written that cannot be read yet because an older transaction still runs.
  public boolean unsettled() {
    return jdbc.sql(
            "select exists (select 1 from event where xid >="
                + " pg_snapshot_xmin(pg_current_snapshot())) as unsettled")
        .query((row, _) -> row.getBoolean("unsettled"))
        .single();
  }

  private StoredEvent read(ResultSet row) throws SQLException {
    return new StoredEvent(
        position(row),
        new Event(
            row.getObject("tenant_id", UUID.class),
            Moments.read(row, "at"),
            row.getString("type"),
            row.getObject("campaign_id", UUID.class),
            row.getObject("call_id", UUID.class),
            row.getObject("contact_id", UUID.class),
            json.read(row.getString("detail"), DETAIL)));
  }

  private static EventPosition position(ResultSet row) throws SQLException {
    return new EventPosition(Long.parseLong(row.getString("xid")), row.getLong("id"));
  }
}
