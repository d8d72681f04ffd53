package dev.carillon.api.console.people;

import dev.carillon.activities.postgres.Moments;
import dev.carillon.api.console.words.Chip;
import dev.carillon.api.console.words.Clock;
import dev.carillon.api.console.words.PhoneText;
import dev.carillon.api.console.words.Words;
import dev.carillon.call.CallState;
import dev.carillon.call.Disposition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads one contact with everything that was said and written, voice and text in one order, in the
/// tenant's transaction that is under way.
final class ContactStory {
  private static final int SHOWN = 300;

  private final JdbcClient jdbc;

  ContactStory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<ContactView> find(UUID id, Clock clock) {
    return jdbc.sql("select * from contact where id = :id and deleted_at is null")
        .param("id", id)
        .query((row, _) -> view(row, clock))
        .optional();
  }

  private ContactView view(ResultSet row, Clock clock) throws SQLException {
    var id = row.getObject("id", UUID.class);
    var e164 = row.getString("phone_number");
    var name = row.getString("name");
    var suppressions = suppressions(e164);
    var scopes = suppressions.stream().map(Suppressed::scope).collect(Collectors.toSet());
    return new ContactView(
        id,
        name == null || name.isBlank() ? PhoneText.of(e164) : name,
        PhoneText.of(e164),
        e164,
        scopes.contains("ALL") || scopes.contains("VOICE"),
        scopes.contains("ALL") || scopes.contains("SMS"),
        suppressions.stream().map(one -> suppression(one, clock)).toList(),
        timeline(id, clock),
        consents(id, clock),
        facts(row, clock));
  }

  private List<Suppressed> suppressions(String number) {
    return jdbc.sql(
            """
            select scope, reason, by_the_person, created_at from suppression
            where phone_number = :number order by scope
            """)
        .param("number", number)
        .query((row, _) ->
            new Suppressed(
                row.getString("scope"),
                row.getString("reason"),
                row.getBoolean("by_the_person"),
                Moments.read(row, "created_at")))
        .list();
  }

  private static String suppression(Suppressed one, Clock clock) {
    var what =
        switch (one.scope()) {
          case "VOICE" -> "No calls";
          case "SMS" -> "No texts";
          default -> "No calls and no texts";
        };
    var reason = one.reason();
    return what
        + " since "
        + clock.when(one.since())
        + (one.asked() ? ", as they asked" : "")
        + (reason == null || reason.isBlank() ? "." : ": " + reason);
  }

  private List<String> consents(UUID id, Clock clock) {
    return jdbc.sql(
            """
            select kind, channel, source, given_at, revoked_at from consent
            where contact_id = :id order by given_at desc
            """)
        .param("id", id)
        .query((row, _) -> consent(row, clock))
        .list();
  }

  private static String consent(ResultSet row, Clock clock) throws SQLException {
    var kind = row.getString("kind").equals("EXPRESS_WRITTEN") ? "In writing" : "Given";
    var channel =
        switch (row.getString("channel")) {
          case "VOICE" -> "calls";
          case "SMS" -> "texts";
          default -> "calls and texts";
        };
    var revoked = Moments.readOrNull(row, "revoked_at");
    return "%s for %s, %s: %s%s"
        .formatted(
            kind,
            channel,
            clock.day(Moments.read(row, "given_at")),
            row.getString("source"),
            revoked == null ? "" : " (taken back " + clock.day(revoked) + ")");
  }

  private static List<ContactView.Fact> facts(ResultSet row, Clock clock) throws SQLException {
    var facts = new ArrayList<ContactView.Fact>();
    add(facts, "E-mail", row.getString("email"));
    add(facts, "Extension", row.getString("extension"));
    add(facts, "Time zone", row.getString("time_zone"));
    add(facts, "Region", row.getString("region"));
    add(facts, "Postal code", row.getString("postal_code"));
    add(facts, "Language", row.getString("language"));
    add(facts, "Known since", clock.day(Moments.read(row, "created_at")));
    return facts;
  }

  private static void add(List<ContactView.Fact> facts, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      facts.add(new ContactView.Fact(name, value));
    }
  }

  private List<ContactView.Moment> timeline(UUID id, Clock clock) {
    var newest =
        jdbc.sql(
                """
                select * from (
                  select created_at as at, 0 as seq, 'call' as kind, direction = 'INBOUND' as incoming,
                    state as body, disposition, id as call_id
                  from call where contact_id = :id
                  union all
                  select t.at, t.seq, 'line', t.who = 'PERSON', t.body, null, t.call_id
                  from call c join call_turn t on t.call_id = c.id
                  where c.contact_id = :id and t.who in ('AGENT', 'PERSON')
                  union all
                  select at, 0, 'text', direction = 'IN', body, null, call_id from message
                  where contact_id = :id and kind <> 'OWNER' and state not in ('PENDING', 'DENIED', 'FAILED')
                ) x order by at desc, seq desc limit :shown
                """)
            .param("id", id)
            .param("shown", SHOWN)
            .query((row, _) -> entry(row))
            .list();
    var moments = new ArrayList<ContactView.Moment>();
    var day = "";
    for (var entry : newest.reversed()) {
      var thisDay = Words.capital(clock.day(entry.at()));
      moments.add(moment(entry, thisDay.equals(day) ? null : thisDay, clock));
      day = thisDay;
    }
    return moments;
  }

  private static ContactView.Moment moment(Entry entry, @Nullable String day, Clock clock) {
    boolean call = entry.kind().equals("call");
    return new ContactView.Moment(
        day,
        entry.kind(),
        entry.incoming(),
        call ? (entry.incoming() ? "They called" : "Called") : entry.body(),
        clock.time(entry.at()),
        call ? chip(entry) : null,
        entry.callId());
  }

  private static Chip chip(Entry entry) {
    return entry.disposition() == null
        ? Words.callState(CallState.valueOf(entry.body()))
        : Words.disposition(Disposition.valueOf(entry.disposition()));
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        Moments.read(row, "at"),
        row.getString("kind"),
        row.getBoolean("incoming"),
        row.getString("body"),
        row.getString("disposition"),
        row.getObject("call_id", UUID.class));
  }

  private record Suppressed(String scope, @Nullable String reason, boolean asked, Instant since) {}

  private record Entry(
      Instant at,
      String kind,
      boolean incoming,
      String body,
      @Nullable String disposition,
      @Nullable UUID callId) {}
}
