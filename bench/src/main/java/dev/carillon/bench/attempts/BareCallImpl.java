package dev.carillon.bench.attempts;

import dev.carillon.call.CallBook;
import dev.carillon.call.CallStart;
import dev.carillon.call.CarrierReport;
import dev.carillon.call.Disposition;
import dev.carillon.call.Telephony;
import dev.carillon.policy.ActivityPolicies;
import io.temporal.workflow.Workflow;

/// Places, waits for the end, closes the books.
public final class BareCallImpl implements BareCall {
  private final Telephony telephony = ActivityPolicies.TELEPHONY.stub(Telephony.class);
  private final CallBook book = ActivityPolicies.BOOKS.stub(CallBook.class);
  private boolean over;

  @Override
  public void run(CallStart call) {
    telephony.place(call);
    Workflow.await(() -> over);
    book.close(
        new CallBook.CallEnd(call.tenantId(), call.callId(), Disposition.BUSY, null, "BUSY", null));
  }

  @Override
  public void carrierReported(CarrierReport report) {
    over |= report instanceof CarrierReport.Over;
  }
}
