package dev.carillon.activities.postgres.dialling;

import dev.carillon.activities.postgres.Moments;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The next slot of the account's pace and of the campaign's.
final class Slots {
  private final JdbcClient jdbc;
  private final InstantSource clock;

  Slots(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// What came of taking a slot.
  sealed interface Taken {

    /// A request may go at `now`; the next one `interval` later.
    record Now(Instant now, Duration interval) implements Taken {}

    record Later(Instant at) implements Taken {}
  }

  /// Looks without a lock: the moment of the next slot when that is certainly not now.
  Optional<Instant> look(Dial dial, Instant now) {
    var slot = account(dial.accountId(), "").slotAt(now);
    var campaign = dial.campaignId();
    if (campaign != null) {
      slot = later(slot, campaign(campaign, "").slotAt(now));
    }
    return slot.isAfter(now) ? Optional.of(slot) : Optional.empty();
  }

  /// Takes the next slot of both, or of none. The moment is read under the locks: one read before
  /// would be older than the slot of whoever held them.
  Taken take(Dial dial) {
    var account = account(dial.accountId(), "for update");
    var campaignId = dial.campaignId();
    var campaign = campaignId == null ? null : campaign(campaignId, "for update");
    var now = clock.instant();
    var slot =
        campaign == null ? account.slotAt(now) : later(account.slotAt(now), campaign.slotAt(now));
    if (slot.isAfter(now)) {
      return new Taken.Later(slot);
    }
    set("carrier_account", dial.accountId(), now.plus(account.interval()));
    if (campaign == null || campaignId == null) {
      return new Taken.Now(now, account.interval());
    }
    set("campaign", campaignId, now.plus(campaign.interval()));
    var interval = campaign.interval();
    return new Taken.Now(now, interval);
  }

  private Pace account(UUID id, String lock) {
    return pace(
        "select calls_per_second, next_slot_at from carrier_account where id = :id " + lock, id);
  }

  private Pace campaign(UUID id, String lock) {
    return pace("select calls_per_second, next_slot_at from campaign where id = :id " + lock, id);
  }

  private Pace pace(String sql, UUID id) {
    return jdbc.sql(sql)
        .param("id", id)
        .query((row, _) ->
            new Pace(
                row.getBigDecimal("calls_per_second"), Moments.readOrNull(row, "next_slot_at")))
        .single();
  }

  private void set(String table, UUID id, Instant next) {
    jdbc.sql("update %s set next_slot_at = :next where id = :id".formatted(table))
        .param("next", Moments.param(next))
        .param("id", id)
        .update();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
