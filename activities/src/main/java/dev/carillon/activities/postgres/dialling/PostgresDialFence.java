package dev.carillon.activities.postgres.dialling;

import dev.carillon.activities.postgres.Jsonb;
import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.call.CallStart;
import dev.carillon.call.CallState;
import dev.carillon.call.DialFence;
import dev.carillon.call.Disposition;
import dev.carillon.campaign.CampaignState;
import dev.carillon.compliance.Decision;
import dev.carillon.compliance.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The fence as one transaction on the primary.
///
/// Locks are taken in the order gate, call, account, campaign, the last two only when everything
/// else allows the call: they are held for one update each, and requests of other calls wait.
final class PostgresDialFence implements DialFence {
  private static final Duration SHORTEST_DEADLINE = Duration.ofMillis(150);
  private static final Duration LONGEST_DEADLINE = Duration.ofSeconds(2);

  private final TenantTransactions transactions;
  private final JdbcClient jdbc;
  private final FenceRows rows;
  private final DialQueue queue;
  private final Slots slots;
  private final Deciding deciding;
  private final Jsonb json;
  private final InstantSource clock;

  PostgresDialFence(
      TenantTransactions transactions,
      JdbcClient jdbc,
      FenceRows rows,
      DialQueue queue,
      Slots slots,
      Deciding deciding,
      Jsonb json,
      InstantSource clock) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.rows = rows;
    this.queue = queue;
    this.slots = slots;
    this.deciding = deciding;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public Answer enter(CallStart call) {
    return transactions.in(call.tenantId(), () -> entering(call.callId()));
  }

  private Answer entering(UUID callId) {
    jdbc.sql("select pg_advisory_xact_lock_shared(dial_gate())").query((_, _) -> true).single();
    var locked = rows.find(callId);
    if (locked.isEmpty()) {
      return postponed(callId);
    }
    var row = locked.get();
    if (row.state() != CallState.RESERVED) {
      return lost(row);
    }
    if (over(row.campaignState())) {
      rows.end(callId, Disposition.CANCELLED, "CAMPAIGN_CANCELLED", clock.instant());
      return new Answer.Lost(CallState.ENDED);
    }
    var early = slots.look(row.dial(), clock.instant());
    if (early.isPresent()) {
      return new Answer.NotYet(early.get());
    }
    var now = clock.instant();
    var decision = deciding.decide(row.dial(), now);
    if (row.campaignState() == CampaignState.PAUSED) {
      return denied(row.dial(), deciding.paused(decision, now), now);
    }
    return switch (decision) {
      case Decision.Denied denied -> denied(row.dial(), denied, now);
      case Decision.Allowed allowed -> allowed(row, allowed.receipt());
    };
  }

  /// A repetition of what was denied before gets the same answer.
  private Answer lost(FenceRows.Row row) {
    if (row.disposition() == Disposition.DENIED && row.receipt() != null) {
      var receipt = json.read(row.receipt(), Receipt.class);
      return new Answer.Denied(receipt, deciding.byThePerson(row.dial(), receipt));
    }
    return new Answer.Lost(row.state());
  }

  /// A call of its own that went back into the queue; one that is not there either was cancelled
  /// while it waited.
  private Answer postponed(UUID callId) {
    return queue
        .find(callId)
        .map(DialQueue.Entry::receipt)
        .<Answer>map(receipt -> new Answer.Denied(json.read(receipt, Receipt.class), false))
        .orElseGet(() -> new Answer.Lost(CallState.ENDED));
  }

  /// A journey asks for its next attempt itself; a call of its own waits in the queue, under its
  /// id, for the moment at which it is allowed.
  private Answer denied(Dial dial, Decision.Denied denied, Instant now) {
    var receipt = json.write(denied.receipt());
    var later = denied.notBefore();
    if (dial.campaignId() == null && later != null) {
      rows.postpone(dial, later, receipt);
    } else {
      rows.keepReceipt(dial.callId(), receipt);
      rows.end(dial.callId(), Disposition.DENIED, Deciding.reasonOf(denied.receipt()), now);
    }
    return new Answer.Denied(denied.receipt(), deciding.byThePerson(dial, denied.receipt()));
  }

  private Answer allowed(FenceRows.Row row, Receipt receipt) {
    var taken = slots.take(row.dial());
    return switch (taken) {
      case Slots.Taken.Later(Instant at) -> new Answer.NotYet(at);
      case Slots.Taken.Now(Instant now, Duration interval) -> {
        rows.submitting(row.dial(), json.write(receipt), now);
        yield new Answer.Won(row.order(), now.plus(deadline(interval)));
      }
    };
  }

  /// A request that is sent late eats into the space before the next one.
  private static Duration deadline(Duration interval) {
    var most = interval.multipliedBy(4).dividedBy(5);
    if (most.compareTo(SHORTEST_DEADLINE) < 0) {
      return SHORTEST_DEADLINE;
    }
    return most.compareTo(LONGEST_DEADLINE) > 0 ? LONGEST_DEADLINE : most;
  }

  private static boolean over(@Nullable CampaignState state) {
    return state == CampaignState.CANCELLED || state == CampaignState.COMPLETED;
  }

  @Override
  public void placed(CallStart call, String providerCallId) {
    transactions.run(
        call.tenantId(), () -> rows.placed(call.callId(), providerCallId, clock.instant()));
  }

  @Override
  public void notSent(CallStart call) {
    transactions.run(call.tenantId(), () -> rows.notSent(call.callId(), clock.instant()));
  }

  @Override
  public void rejected(CallStart call, String code) {
    transactions.run(call.tenantId(), () -> rows.rejected(call.callId(), code, clock.instant()));
  }

  @Override
  public void unclear(CallStart call) {
    transactions.run(call.tenantId(), () -> rows.unclear(call.callId(), clock.instant()));
  }
}
