package dev.carillon.activities.postgres.people;

import dev.carillon.activities.postgres.Ids;
import dev.carillon.activities.postgres.Moments;
import dev.carillon.activities.postgres.events.Event;
import dev.carillon.activities.postgres.events.EventTypes;
import dev.carillon.activities.postgres.events.Events;
import dev.carillon.phone.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who is to be left alone, of the tenant whose transaction is under way. In force with the commit:
/// whoever dials decides with these rows in sight.
public final class Suppressions {
  private static final String BY_TEXT = "SMS";

  private final JdbcClient jdbc;
  private final Events events;
  private final Ids ids;
  private final InstantSource clock;

  public Suppressions(JdbcClient jdbc, Events events, Ids ids, InstantSource clock) {
    this.jdbc = jdbc;
    this.events = events;
    this.ids = ids;
    this.clock = clock;
  }

  /// Adds one at somebody else's wish; a number with the same scope keeps the suppression it has,
  /// but one by text can no longer be taken back by text. Calls that wait for the number come up
  /// for a decision at once.
  public Added add(
      UUID tenantId, PhoneNumber number, String scope, @Nullable String reason, String source) {
    boolean added = put(tenantId, number.e164(), scope, reason, source, false);
    var row =
        jdbc.sql("select * from suppression where phone_number = :number and scope = :scope")
            .param("number", number.e164())
            .param("scope", scope)
            .query(Suppressions::suppression)
            .single();
    return new Added(row, added);
  }

  /// What a person says about being reached at all.
  ///
  /// @param phoneNumber theirs, as the carrier gives it: perhaps none that could be called
  /// @param source how they said it, `CALL` or `SMS`
  /// @param subject where, for the audit log
  public record Wish(
      UUID tenantId,
      String phoneNumber,
      @Nullable UUID contactId,
      @Nullable UUID callId,
      @Nullable String reason,
      String source,
      String subject) {}

  /// Suppresses the number for calls and texts at its owner's own wish.
  ///
  /// @return false when they had asked for that before
  public boolean optOut(Wish wish) {
    boolean fresh =
        put(wish.tenantId(), wish.phoneNumber(), "ALL", wish.reason(), wish.source(), true);
    if (fresh) {
      note(wish, EventTypes.OPTED_OUT);
    }
    return fresh;
  }

  /// Takes back what the person had asked for in the same way, and nothing else.
  ///
  /// @return whether there was anything to take back
  public boolean optIn(Wish wish) {
    boolean released =
        jdbc.sql(
                    """
                    delete from suppression
                    where phone_number = :number and source = :source and by_the_person
                    """)
                .param("number", wish.phoneNumber())
                .param("source", wish.source())
                .update()
            > 0;
    if (released) {
      note(wish, EventTypes.OPTED_IN);
    }
    return released;
  }

  /// The one place that writes them. Whose row is there already keeps it; that the person asks too
  /// is added. Only what was asked by text gives way to any other wish: a text could take it back.
  private boolean put(
      UUID tenantId,
      String number,
      String scope,
      @Nullable String reason,
      String source,
      boolean byThePerson) {
    int changed =
        jdbc.sql(
                """
                insert into suppression as known
                  (id, tenant_id, phone_number, scope, reason, source, by_the_person, created_at)
                values (:id, :tenant, :number, :scope, :reason, :source, :own, :now)
                on conflict (tenant_id, phone_number, scope) do update set
                  by_the_person = known.by_the_person or excluded.by_the_person,
                  source = case when known.source = :text then excluded.source
                    else known.source end
                  where (excluded.by_the_person and not known.by_the_person)
                    or (known.source = :text and excluded.source <> :text)
                """)
            .param("id", ids.next())
            .param("tenant", tenantId)
            .param("number", number)
            .param("scope", scope)
            .param("reason", reason)
            .param("source", source)
            .param("own", byThePerson)
            .param("text", BY_TEXT)
            .param("now", Moments.param(clock.instant()))
            .update();
    if (changed == 1 && !scope.equals("SMS")) {
      hurry(number);
    }
    return changed == 1;
  }

  private void hurry(String number) {
    jdbc.sql(
            """
            update dial_queue set not_before = :now where phone_number = :number and not_before > :now
            """)
        .param("number", number)
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
    audit(tenantId, "operator", action, subject);
  }

  private void note(Wish wish, String what) {
    audit(wish.tenantId(), "person", what, wish.subject());
    events.append(
        new Event(
            wish.tenantId(),
            clock.instant(),
            what,
            null,
            wish.callId(),
            wish.contactId(),
            Map.of("source", wish.source())));
  }

  private void audit(UUID tenantId, String actor, String action, String subject) {
    jdbc.sql(
            """
            insert into audit (tenant_id, at, actor, action, subject)
            values (:tenant, :now, :actor, :action, :subject)
            """)
        .param("tenant", tenantId)
        .param("now", Moments.param(clock.instant()))
        .param("actor", actor)
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

  /// A suppression, and whether it is new, or no longer one by text.
  public record Added(Suppression suppression, boolean created) {}
}
