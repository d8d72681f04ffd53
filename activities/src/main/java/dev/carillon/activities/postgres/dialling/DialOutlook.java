package dev.carillon.activities.postgres.dialling;

import dev.carillon.compliance.Decision;
import java.time.Instant;

/// Looks ahead: what would be decided on a dial at a moment, as far as it can be known now. Binds
/// nobody; the pump decides when the dial's turn has come. In the tenant's transaction that is
/// under way.
public final class DialOutlook {
  private final Deciding deciding;

  DialOutlook(Deciding deciding) {
    this.deciding = deciding;
  }

  /// The decision on `entry` at `moment`, with the facts of now.
  public Decision of(DialQueue.Entry entry, Instant moment) {
    return deciding.decide(
        new Dial(
            entry.callId(),
            entry.tenantId(),
            entry.accountId(),
            entry.campaignId(),
            entry.contactId(),
            entry.number(),
            entry.purpose(),
            entry.attemptNo()),
        moment);
  }
}
