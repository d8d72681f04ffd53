package dev.carillon.activities.postgres.settings;

import dev.carillon.activities.postgres.Ids;
import dev.carillon.activities.postgres.Jsonb;
import dev.carillon.activities.postgres.Moments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Schedules of the tenant whose transaction is under way. Temporal keeps their time; here is what
/// they are.
public final class Schedules {
  private final JdbcClient jdbc;
  private final Jsonb jsonb;
  private final Ids ids;
  private final InstantSource clock;

  Schedules(JdbcClient jdbc, Jsonb jsonb, Ids ids, InstantSource clock) {
    this.jdbc = jdbc;
    this.jsonb = jsonb;
    this.ids = ids;
    this.clock = clock;
  }

  public Schedule add(UUID tenantId, ScheduleDefinition definition) {
    var id = ids.next();
    jdbc.sql(
            """
            insert into schedule (id, tenant_id, name, kind, definition, created_at)
            values (:id, :tenant, :name, :kind, cast(:definition as jsonb), :now)
            """)
        .param("id", id)
        .param("tenant", tenantId)
        .param("name", definition.name())
        .param("kind", definition.kind())
        .param("definition", jsonb.write(definition))
        .param("now", Moments.param(clock.instant()))
        .update();
    return find(id).orElseThrow();
  }

  public Schedule change(UUID id, ScheduleDefinition definition) {
    jdbc.sql(
            """
            update schedule set name = :name, kind = :kind, definition = cast(:definition as jsonb)
            where id = :id
            """)
        .param("id", id)
        .param("name", definition.name())
        .param("kind", definition.kind())
        .param("definition", jsonb.write(definition))
        .update();
    return find(id).orElseThrow();
  }

  public Optional<Schedule> find(UUID id) {
    return jdbc.sql("select * from schedule where id = :id and deleted_at is null")
        .param("id", id)
        .query(this::schedule)
        .optional();
  }

  /// Newest first, at most `rows` behind the given place.
  public List<Schedule> list(@Nullable Instant at, @Nullable UUID behind, int rows) {
    return jdbc.sql(
            """
            select * from schedule where deleted_at is null
              and (cast(:at as timestamptz) is null
                or (created_at, id) < (cast(:at as timestamptz), cast(:behind as uuid)))
            order by created_at desc, id desc limit :rows
            """)
        .param("at", Moments.paramOrNull(at))
        .param("behind", behind)
        .param("rows", rows)
        .query(this::schedule)
        .list();
  }

  public boolean remove(UUID id) {
    return jdbc.sql("update schedule set deleted_at = :now where id = :id and deleted_at is null")
            .param("id", id)
            .param("now", Moments.param(clock.instant()))
            .update()
        == 1;
  }

  private Schedule schedule(ResultSet row, int number) throws SQLException {
    return new Schedule(
        row.getObject("id", UUID.class),
        jsonb.read(row.getString("definition"), ScheduleDefinition.class),
        Moments.readOrNull(row, "last_run_at"),
        Moments.read(row, "created_at"));
  }
}
