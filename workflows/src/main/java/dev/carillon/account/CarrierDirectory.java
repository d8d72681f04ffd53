package dev.carillon.account;

import dev.carillon.phone.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The carrier's own books of calls, asked by the sweep.
///
/// Every method throws the adapter's provider failure when the carrier cannot be asked; nothing may
/// be concluded from that.
public interface CarrierDirectory {

  /// The call with this id; empty when the carrier says that there is none.
  Optional<CarrierCall> find(String providerCallId);

  /// Calls between two numbers begun since a moment, newest first.
  List<CarrierCall> search(PhoneNumber to, PhoneNumber from, Instant since);

  /// A call as the carrier lists it.
  ///
  /// @param status the carrier's word: queued, ringing, in-progress, completed, busy, failed,
  ///   no-answer, canceled
  /// @param answeredBy the machine detection's verdict, if there is one
  record CarrierCall(
      String providerCallId,
      String status,
      @Nullable Instant createdAt,
      @Nullable Instant startedAt,
      @Nullable Instant endedAt,
      @Nullable Integer durationSeconds,
      @Nullable String answeredBy) {}
}
