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

/// Agents of the tenant whose transaction is under way. Every version is kept, so that what an
/// agent was told in an old call can be read.
public final class Agents {
  private final JdbcClient jdbc;
  private final Jsonb jsonb;
  private final Ids ids;
  private final InstantSource clock;

  Agents(JdbcClient jdbc, Jsonb jsonb, Ids ids, InstantSource clock) {
    this.jdbc = jdbc;
    this.jsonb = jsonb;
    this.ids = ids;
    this.clock = clock;
  }

  public Agent add(UUID tenantId, AgentDefinition definition) {
    var id = ids.next();
    jdbc.sql(
            """
            insert into agent (id, tenant_id, name, definition, version, created_at)
            values (:id, :tenant, :name, cast(:definition as jsonb), 1, :now)
            """)
        .param("id", id)
        .param("tenant", tenantId)
        .param("name", definition.name())
        .param("definition", jsonb.write(definition))
        .param("now", Moments.param(clock.instant()))
        .update();
    return keep(tenantId, find(id).orElseThrow());
  }

  /// Makes a new version.
  public Agent change(UUID tenantId, UUID id, AgentDefinition definition) {
    jdbc.sql(
            """
            update agent set name = :name, definition = cast(:definition as jsonb),
              version = version + 1
            where id = :id
            """)
        .param("id", id)
        .param("name", definition.name())
        .param("definition", jsonb.write(definition))
        .update();
    return keep(tenantId, find(id).orElseThrow());
  }

  private Agent keep(UUID tenantId, Agent agent) {
    jdbc.sql(
            """
            insert into agent_version (tenant_id, agent_id, version, definition, created_at)
            values (:tenant, :id, :version, cast(:definition as jsonb), :now)
            """)
        .param("tenant", tenantId)
        .param("id", agent.id())
        .param("version", agent.version())
        .param("definition", jsonb.write(agent.definition()))
        .param("now", Moments.param(clock.instant()))
        .update();
    return agent;
  }

  public Optional<Agent> find(UUID id) {
    return jdbc.sql("select * from agent where id = :id and deleted_at is null")
        .param("id", id)
        .query(this::agent)
        .optional();
  }

  /// The versions of an agent, newest first.
  public List<Agent> versions(UUID id) {
    return jdbc.sql(
            """
            select agent_id as id, version, definition, created_at from agent_version
            where agent_id = :id order by version desc
            """)
        .param("id", id)
        .query(this::agent)
        .list();
  }

  /// Newest first, at most `rows` behind the given place.
  public List<Agent> list(@Nullable Instant at, @Nullable UUID behind, int rows) {
    return jdbc.sql(
            """
            select * from agent where deleted_at is null
              and (cast(:at as timestamptz) is null
                or (created_at, id) < (cast(:at as timestamptz), cast(:behind as uuid)))
            order by created_at desc, id desc limit :rows
            """)
        .param("at", Moments.paramOrNull(at))
        .param("behind", behind)
        .param("rows", rows)
        .query(this::agent)
        .list();
  }

  /// Takes an agent out of the lists; campaigns that have it keep it.
  public boolean remove(UUID id) {
    return jdbc.sql("update agent set deleted_at = :now where id = :id and deleted_at is null")
            .param("id", id)
            .param("now", Moments.param(clock.instant()))
            .update()
        == 1;
  }

  private Agent agent(ResultSet row, int number) throws SQLException {
    return new Agent(
        row.getObject("id", UUID.class),
        row.getInt("version"),
        jsonb.read(row.getString("definition"), AgentDefinition.class),
        Moments.read(row, "created_at"));
  }
}
