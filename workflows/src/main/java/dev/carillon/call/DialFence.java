package dev.carillon.call;

import dev.carillon.compliance.Receipt;
import dev.carillon.phone.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Lets exactly one request per call through to the carrier. Not an activity: the telephony adapter
/// calls it around its request.
public interface DialFence {

  /// One transaction: decides again on the primary, takes the account's and the campaign's next
  /// slot of their pace, and moves the call from RESERVED to SUBMITTING. Who gets `Won` sends
  /// exactly one request and reports what came of it.
  Answer enter(CallStart call);

  /// The carrier has it under `providerCallId`.
  void placed(CallStart call, String providerCallId);

  /// Certainly nothing was placed: back to RESERVED.
  void notSent(CallStart call);

  /// Refused for good: the call is over as REJECTED.
  void rejected(CallStart call, String code);

  /// Unclear: UNKNOWN until a callback or the call list settles it.
  void unclear(CallStart call);

  /// The fence's answer.
  sealed interface Answer {

    /// Send it now, before `deadline`.
    record Won(DialOrder order, Instant deadline) implements Answer {}

    /// The pace allows it only at that moment; ask again then.
    record NotYet(Instant at) implements Answer {}

    /// Somebody has been here: nothing may be sent. `state` is what the call is in now.
    record Lost(CallState state) implements Answer {}

    /// The rules forbid it now.
    record Denied(Receipt receipt, boolean byThePerson) implements Answer {}
  }

  /// Whom to ring.
  ///
  /// @param ringTimeout how long it may ring, 20 to 30 s (16 CFR 310.4(b)(4): at least 15 s)
  record DialOrder(
      UUID callId,
      PhoneNumber to,
      PhoneNumber from,
      @Nullable String extension,
      Duration ringTimeout,
      Duration timeLimit,
      boolean record) {}
}
