package dev.carillon.activities.postgres.events;

import dev.carillon.activities.postgres.Ids;
import dev.carillon.activities.postgres.Jsonb;
import dev.carillon.activities.postgres.Moments;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Orders to workflows, written in the transaction that makes them necessary and given out by the
/// drainer of the inbox: what is committed is done, what is not leaves no trace.
public final class WorkOrders {
  /// The parameter that holds the id of what an order is about.
  public static final String SUBJECT = "carillon.subject";

  private static final String OWN = "carillon";

  private final JdbcClient jdbc;
  private final Jsonb json;
  private final Ids ids;

  public WorkOrders(JdbcClient jdbc, Jsonb json, Ids ids) {
    this.jdbc = jdbc;
    this.json = json;
    this.ids = ids;
  }

  /// What an order is about, with the name it has in the inbox.
  public enum Kind {
    /// The calendar must follow an appointment.
    BOOKING("booking"),
    /// A lead must reach everybody who is to know of it.
    LEAD("lead");

    private final String column;

    Kind(String column) {
      this.column = column;
    }

    public String column() {
      return column;
    }
  }

  /// Orders the work, for the transaction that is under way.
  ///
  /// @param subject the appointment, or the lead
  public void add(UUID tenantId, Kind kind, UUID subject, Instant now) {
    jdbc.sql(
            """
            insert into webhook_inbox
              (tenant_id, provider, kind, dedupe_key, body, received_at)
            values (:tenant, :provider, :kind, :key, cast(:body as jsonb), :now)
            """)
        .param("tenant", tenantId)
        .param("provider", OWN)
        .param("kind", kind.column())
        .param("key", kind.column() + "/" + subject + "/" + ids.next())
        .param("body", json.write(Map.of(SUBJECT, subject.toString())))
        .param("now", Moments.param(now))
        .update();
  }
}
