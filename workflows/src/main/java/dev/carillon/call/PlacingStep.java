package dev.carillon.call;

import dev.carillon.policy.ActivityPolicies;
import dev.carillon.policy.Waits;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Gets the call to the carrier: sends the one request, tries again only when certainly nothing was
/// sent.
final class PlacingStep {
  private static final int MAX_TRIES = 8;

  private final Telephony telephony = ActivityPolicies.TELEPHONY.stub(Telephony.class);
  private final CallStart call;
  private final CallLine line;

  PlacingStep(CallStart call, CallLine line) {
    this.call = call;
    this.line = line;
  }

  /// Empty when the call is with the carrier, or may be; else how it ended before it began.
  Optional<CallReport> place() {
    var tries = 0;
    while (true) {
      if (line.cancelled().isPresent()) {
        return Optional.of(nothingSent(Disposition.CANCELLED, line.cancelled().get().name()));
      }
      switch (telephony.place(call)) {
        case Placement.Placed placed -> {
          line.placed(placed.providerCallId());
          return Optional.empty();
        }
        case Placement.Unknown _ -> {
          return Optional.empty();
        }
        case Placement.Rejected rejected -> {
          return Optional.of(rejected(rejected.code()));
        }
        case Placement.Denied denied -> {
          return Optional.of(denied(denied));
        }
        case Placement.Closed _ -> {
          return Optional.of(nothingSent(Disposition.CANCELLED, "CLOSED_BEFORE_DIALLING"));
        }
        case Placement.NotSent notSent -> {
          tries++;
          if (tries == MAX_TRIES) {
            return Optional.of(nothingSent(Disposition.FAILED, notSent.why()));
          }
          pause(notSent.pause(), "carrier busy");
        }
        case Placement.Paced paced -> pause(paced.pause(), "pace");
      }
    }
  }

  private void pause(Duration pause, String why) {
    Waits.untilOrFor(pause, why, () -> line.cancelled().isPresent() || line.finished());
  }

  private CallReport rejected(String code) {
    return new CallReport(
        call.callId(), Disposition.REJECTED, null, "CARRIER_" + code, false, true, null);
  }

  private CallReport denied(Placement.Denied denied) {
    @Nullable Outcome outcome =
        denied.notBefore() != null
            ? null
            : denied.byThePerson() ? Outcome.OPTED_OUT : Outcome.NOT_CALLABLE;
    return new CallReport(
        call.callId(),
        Disposition.DENIED,
        outcome,
        denied.reason(),
        false,
        false,
        denied.notBefore());
  }

  private CallReport nothingSent(Disposition disposition, String reason) {
    return new CallReport(call.callId(), disposition, null, reason, false, false, null);
  }
}
