package dev.carillon.activities.postgres.people;

import dev.carillon.activities.postgres.Ids;
import dev.carillon.activities.postgres.Moments;
import dev.carillon.phone.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who is to be left alone, of the tenant whose transaction is under way. In force with the commit:
/// whoever dials decides with these rows in sight.
public final class Suppressions {
  private final JdbcClient jdbc;
  private final Ids ids;
  private final InstantSource clock;

  Suppressions(JdbcClient jdbc, Ids ids, InstantSource clock) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
  }

  /// Adds one; a number with the same scope keeps the suppression it has. Calls that wait for the
  /// number come up for a decision at once.
  public Added add(
      UUID tenantId, PhoneNumber number, String scope, @Nullable String reason, String source) {
    int added =
        jdbc.sql(
                """
                insert into suppression
                  (id, tenant_id, phone_number, scope, reason, source, created_at)
                values (:id, :tenant, :number, :scope, :reason, :source, :now)
                on conflict (tenant_id, phone_number, scope) do nothing
                """)
            .param("id", ids.next())
            .param("tenant", tenantId)
            .param("number", number.e164())
            .param("scope", scope)
            .param("reason", reason)
            .param("source", source)
            .param("now", Moments.param(clock.instant()))
            .update();
    if (added == 1 && !scope.equals("SMS")) {
      hurry(number);
    }
    var row =
        jdbc.sql("select * from suppression where phone_number = :number and scope = :scope")
            .param("number", number.e164())
            .param("scope", scope)
            .query(Suppressions::suppression)
            .single();
    return new Added(row, added == 1);
  }

  private void hurry(PhoneNumber number) {
    jdbc.sql(
            """
            update dial_queue set not_before = :now where phone_number = :number and not_before > :now
            """)
        .param("number", number.e164())
        .param("now", Moments.param(clock.instant()))
        .update();
  }

  public Optional<Suppression> find(UUID id) {
    return jdbc.sql("select * from suppression where id = :id")
        .param("id", id)
        .query(Suppressions::suppression)
        .optional();
  }

  /// Newest first.
  public List<Suppression> list(@Nullable PhoneNumber number, Slice slice) {
    var sql = new StringBuilder("select * from suppression where true");
    if (number != null) {
      sql.append(" and phone_number = :number");
    }
    if (slice.after() != null) {
      sql.append(" and (created_at, id) < (:at, :id)");
    }
    sql.append(" order by created_at desc, id desc limit :rows");
    var query =
        jdbc.sql(sql.toString())
            .param("number", number == null ? null : number.e164())
            .param("rows", slice.rows());
    return slice.bind(query).query(Suppressions::suppression).list();
  }

  /// Takes one away; false when there was none.
  public boolean remove(UUID id) {
    return jdbc.sql("delete from suppression where id = :id").param("id", id).update() == 1;
  }

  /// Takes away what a number has, and says how many that were.
  ///
  /// @param scope null: all of them
  public int remove(PhoneNumber number, @Nullable String scope) {
    return jdbc.sql(
            """
            delete from suppression
            where phone_number = :number and scope = coalesce(cast(:scope as text), scope)
            """)
        .param("number", number.e164())
        .param("scope", scope)
        .update();
  }

  /// Notes in the audit log who was put in or taken out, by id.
  public void note(UUID tenantId, String action, String subject) {
    jdbc.sql(
            """
            insert into audit (tenant_id, at, actor, action, subject)
            values (:tenant, :now, 'operator', :action, :subject)
            """)
        .param("tenant", tenantId)
        .param("now", Moments.param(clock.instant()))
        .param("action", action)
        .param("subject", subject)
        .update();
  }

  private static Suppression suppression(ResultSet row, int number) throws SQLException {
    return new Suppression(
        row.getObject("id", UUID.class),
        row.getString("phone_number"),
        row.getString("scope"),
        row.getString("reason"),
        row.getString("source"),
        row.getBoolean("by_the_person"),
        Moments.read(row, "created_at"));
  }

  /// A suppression, and whether it is new.
  public record Added(Suppression suppression, boolean created) {}
}
