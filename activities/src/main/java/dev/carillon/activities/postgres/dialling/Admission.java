package dev.carillon.activities.postgres.dialling;

import dev.carillon.account.AccountRef;
import dev.carillon.activities.postgres.Jsonb;
import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.compliance.Decision;
import dev.carillon.compliance.Receipt;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/// Takes one due row out of the queue, in one transaction: decides, and makes a call of it, defers
/// it, or ends it.
///
/// Locks are taken in the order account (shared), queue row, campaign (shared).
final class Admission {
  private final TenantTransactions transactions;
  private final Lease lease;
  private final DialQueue queue;
  private final AdmissionRows rows;
  private final Deciding deciding;
  private final Jsonb json;
  private final InstantSource clock;

  Admission(
      TenantTransactions transactions,
      Lease lease,
      DialQueue queue,
      AdmissionRows rows,
      Deciding deciding,
      Jsonb json,
      InstantSource clock) {
    this.transactions = transactions;
    this.lease = lease;
    this.queue = queue;
    this.rows = rows;
    this.deciding = deciding;
    this.json = json;
    this.clock = clock;
  }

  /// What came of a row.
  sealed interface Result {
    /// It has a permit; its workflow is to be told.
    record Admitted(Dial dial) implements Result {}

    record Deferred() implements Result {}

    /// Denied for good.
    record Ended(Dial dial) implements Result {}

    /// Somebody else took it, or its campaign does not run any more.
    record Gone() implements Result {}

    /// Another pump has the lease.
    record Fenced() implements Result {}
  }

  Result admit(AccountRef account, long epoch, UUID callId) {
    return transactions.in(account.tenantId(), () -> admitting(account, epoch, callId));
  }

  private Result admitting(AccountRef account, long epoch, UUID callId) {
    if (!lease.holds(account.accountId(), epoch)) {
      return new Result.Fenced();
    }
    var now = clock.instant();
    Optional<DialQueue.Entry> claimed = queue.claim(callId, now);
    if (claimed.isEmpty()) {
      return new Result.Gone();
    }
    var entry = claimed.get();
    if (entry.campaignId() != null && !rows.running(entry.campaignId())) {
      return new Result.Gone();
    }
    var dial = dialOf(entry);
    return switch (deciding.decide(dial, now)) {
      case Decision.Allowed(Receipt receipt) -> {
        rows.reserve(entry, json.write(receipt), now);
        yield new Result.Admitted(dial);
      }
      case Decision.Denied denied when denied.notBefore() != null -> {
        rows.defer(entry, denied.notBefore(), json.write(denied.receipt()), now);
        yield new Result.Deferred();
      }
      case Decision.Denied denied -> {
        rows.end(entry, denied.receipt(), deciding.outcomeOf(dial, denied.receipt()), now);
        yield new Result.Ended(dial);
      }
    };
  }

  private static Dial dialOf(DialQueue.Entry entry) {
    return new Dial(
        entry.callId(),
        entry.tenantId(),
        entry.accountId(),
        entry.campaignId(),
        entry.contactId(),
        entry.number(),
        entry.purpose(),
        entry.attemptNo());
  }
}
