package dev.carillon.activities.postgres.calls;

import dev.carillon.call.CallState;
import dev.carillon.call.CallStates;
import dev.carillon.call.CarrierReport;
import dev.carillon.call.Disposition;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Applies the carrier's news to the books. News come twice, late and out of order: an ended call
/// stays as it is, and what contradicts it is noted for somebody to look at.
public final class CarrierFacts {
  private final CallRows calls;
  private final InstantSource clock;

  CarrierFacts(CallRows calls, InstantSource clock) {
    this.calls = calls;
    this.clock = clock;
  }

  /// Applies one item, in the tenant's transaction that is under way. May be repeated.
  ///
  /// @return what the call's workflow must be told: answered, over, the machine detection's verdict
  public Optional<CarrierReport> apply(InboxItem item) {
    var callId = item.callId();
    if (callId == null) {
      return Optional.empty();
    }
    var news = CarrierNews.of(item);
    var call = calls.lock(callId);
    if (news.isEmpty() || call.isEmpty()) {
      return Optional.empty();
    }
    return switch (news.get()) {
      case CarrierNews.Moved(CallStates.Event event) -> moved(call.get(), event, item);
      case CarrierNews.Over(Disposition disposition) -> over(call.get(), disposition, item);
      case CarrierNews.Verdict verdict -> judged(call.get(), verdict);
      case CarrierNews.NeverPlaced _ -> neverPlaced(call.get());
    };
  }

  private Optional<CarrierReport> moved(CallRow call, CallStates.Event event, InboxItem item) {
    var sid = item.parameters().get("CallSid");
    if (sid == null || isOfAnotherCall(call, sid)) {
      return Optional.empty();
    }
    calls.adopt(call.id(), sid);
    if (call.closedAt() != null && neverSent(call)) {
      contradicted(call, "was placed after all", sid);
    }
    CallStates.after(call.state(), event)
        .ifPresent(to -> calls.progress(call, to, item.receivedAt()));
    return event == CallStates.Event.ANSWERED && call.state() != CallState.ENDED
        ? Optional.of(new CarrierReport.Progress(sid, CallState.IN_PROGRESS, item.receivedAt()))
        : Optional.empty();
  }

  private Optional<CarrierReport> over(CallRow call, Disposition said, InboxItem item) {
    var sid = item.parameters().get("CallSid");
    if (sid == null || isOfAnotherCall(call, sid)) {
      return Optional.empty();
    }
    calls.adopt(call.id(), sid);
    var seconds = seconds(item);
    if (call.state() == CallState.ENDED) {
      if (seconds != null) {
        calls.duration(call.id(), seconds);
      }
      if (contradicts(call.disposition(), said)) {
        contradicted(call, said.name(), sid);
      }
    } else if (CallStates.after(call.state(), CallStates.Event.OVER).isPresent()) {
      calls.over(call, said, seconds, item.receivedAt());
    }
    if (call.closedAt() != null) {
      return Optional.empty();
    }
    var stands = call.disposition() == null ? said : call.disposition();
    return Optional.of(
        new CarrierReport.Over(sid, stands, stands == Disposition.ANSWERED, item.receivedAt()));
  }

  private Optional<CarrierReport> judged(CallRow call, CarrierNews.Verdict verdict) {
    calls.answeredBy(call.id(), verdict.answeredBy());
    return call.state() == CallState.ENDED
        ? Optional.empty()
        : Optional.of(new CarrierReport.MachineVerdict(verdict.machine(), verdict.beeped()));
  }

  private static Optional<CarrierReport> neverPlaced(CallRow call) {
    return call.state() == CallState.UNKNOWN && call.providerCallId() == null
        ? Optional.of(new CarrierReport.NeverPlaced())
        : Optional.empty();
  }

  /// A second call of the carrier for one attempt: must not be, and if it is, somebody must know.
  private boolean isOfAnotherCall(CallRow call, String sid) {
    if (call.providerCallId() == null || call.providerCallId().equals(sid)) {
      return false;
    }
    contradicted(call, "a second call for one attempt", sid);
    return true;
  }

  /// Voicemail is an answer, too, as far as the carrier can tell.
  private static boolean contradicts(@Nullable Disposition stands, Disposition said) {
    return stands != null
        && stands != said
        && !(stands == Disposition.VOICEMAIL && said == Disposition.ANSWERED);
  }

  private static boolean neverSent(CallRow call) {
    return call.disposition() == Disposition.UNKNOWN || call.disposition() == Disposition.DENIED;
  }

  private void contradicted(CallRow call, String said, String sid) {
    var stands = call.disposition() == null ? call.state().name() : call.disposition().name();
    calls.audit(
        call,
        "carrier contradicts the books",
        Map.of("books", stands, "carrier", said, "providerCallId", sid),
        clock.instant());
  }

  private static @Nullable Integer seconds(InboxItem item) {
    var text = item.parameters().get("CallDuration");
    return text != null && text.matches("\\d{1,6}") ? Integer.valueOf(text) : null;
  }
}
