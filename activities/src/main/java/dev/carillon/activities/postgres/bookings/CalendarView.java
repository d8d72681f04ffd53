package dev.carillon.activities.postgres.bookings;

import dev.carillon.activities.postgres.Jsonb;
import dev.carillon.activities.postgres.Moments;
import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.booking.AppointmentCalendar;
import dev.carillon.booking.Taken;
import dev.carillon.policy.ProviderFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/// What the calendar holds, as it was last seen. A calendar that is away for a moment does not stop
/// a conversation; one that has not been seen for long makes every time unknown.
public final class CalendarView {
  private static final Logger log = LoggerFactory.getLogger(CalendarView.class);
  private static final TypeReference<List<Taken>> TAKEN = new TypeReference<>() {};
  private static final Duration AHEAD = Duration.ofDays(45);

  /// A conversation looks for times and books one within seconds.
  private static final Duration NEW_ENOUGH = Duration.ofSeconds(5);

  private static final Duration BELIEVED = Duration.ofMinutes(10);
  private static final int TRIES = 2;

  private final AppointmentCalendar calendar;
  private final TenantTransactions transactions;
  private final JdbcClient jdbc;
  private final Jsonb json;
  private final InstantSource clock;

  CalendarView(
      AppointmentCalendar calendar,
      TenantTransactions transactions,
      JdbcClient jdbc,
      Jsonb json,
      InstantSource clock) {
    this.calendar = calendar;
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  /// Looks into the calendar, outside any transaction, unless it was seen just now.
  public void refresh(UUID tenantId) {
    var now = clock.instant();
    if (transactions.in(tenantId, () -> seenSince(now.minus(NEW_ENOUGH))).isPresent()) {
      return;
    }
    for (var tries = 0; tries < TRIES; tries++) {
      try {
        var busy = calendar.busy(new AppointmentCalendar.BusyQuery(tenantId, now, now.plus(AHEAD)));
        transactions.run(tenantId, () -> keep(tenantId, busy, now));
        return;
      } catch (ProviderFailure away) {
        log.atWarn().addKeyValue("failure", away.getMessage()).log("the calendar was not seen");
      }
    }
  }

  /// What was taken when the calendar was last seen, in the transaction that is under way; empty
  /// when that is too long ago.
  Optional<List<Taken>> lastSeen(Instant now) {
    return seenSince(now.minus(BELIEVED));
  }

  private Optional<List<Taken>> seenSince(Instant since) {
    return jdbc.sql("select busy from calendar_view where fetched_at > :since")
        .param("since", Moments.param(since))
        .query((row, _) -> json.read(row.getString("busy"), TAKEN))
        .optional();
  }

  /// A business without a calendar has nothing in it.
  private void keep(UUID tenantId, AppointmentCalendar.BusyTimes busy, Instant now) {
    var taken = busy.stretches().stream().map(part -> new Taken(part.from(), part.to())).toList();
    jdbc.sql(
            """
            insert into calendar_view (tenant_id, busy, fetched_at)
            values (:tenant, cast(:busy as jsonb), :now)
            on conflict (tenant_id) do update set busy = excluded.busy,
              fetched_at = excluded.fetched_at
              where calendar_view.fetched_at < excluded.fetched_at
            """)
        .param("tenant", tenantId)
        .param("busy", json.write(taken))
        .param("now", Moments.param(now))
        .update();
  }
}
