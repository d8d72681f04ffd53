package dev.carillon.activities.postgres.calls;

import dev.carillon.call.CallStates;
import dev.carillon.call.Disposition;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What one piece of the carrier's news says, in our words.
sealed interface CarrierNews {

  /// The line got somewhere.
  record Moved(CallStates.Event event) implements CarrierNews {}

  record Over(Disposition disposition) implements CarrierNews {}

  /// Answering machine detection.
  record Verdict(String answeredBy, boolean machine, boolean beeped) implements CarrierNews {}

  /// The carrier's list does not know the call.
  record NeverPlaced() implements CarrierNews {}

  /// Key of the sweep's word that the carrier does not know the call.
  String NEVER_PLACED = "NeverPlaced";

  /// Reads an item; empty when it says nothing about the line.
  static Optional<CarrierNews> of(InboxItem item) {
    return switch (item.kind()) {
      case "amd" -> verdict(item.parameters().get("AnsweredBy"));
      case "status", "voice" -> status(item.parameters().get("CallStatus"));
      case "sweep" ->
          item.parameters().containsKey(NEVER_PLACED)
              ? Optional.of(new NeverPlaced())
              : status(item.parameters().get("CallStatus"));
      default -> Optional.empty();
    };
  }

  private static Optional<CarrierNews> status(@Nullable String status) {
    if (status == null) {
      return Optional.empty();
    }
    return Optional.ofNullable(
        switch (status) {
          case "queued", "initiated" -> new Moved(CallStates.Event.PLACED);
          case "ringing" -> new Moved(CallStates.Event.RANG);
          case "in-progress", "answered" -> new Moved(CallStates.Event.ANSWERED);
          case "completed" -> new Over(Disposition.ANSWERED);
          case "busy" -> new Over(Disposition.BUSY);
          case "no-answer" -> new Over(Disposition.NO_ANSWER);
          case "failed" -> new Over(Disposition.FAILED);
          case "canceled" -> new Over(Disposition.CANCELLED);
          default -> null;
        });
  }

  private static Optional<CarrierNews> verdict(@Nullable String answeredBy) {
    if (answeredBy == null) {
      return Optional.empty();
    }
    return switch (answeredBy) {
      case "human" -> Optional.of(new Verdict(answeredBy, false, false));
      case "machine_end_beep" -> Optional.of(new Verdict(answeredBy, true, true));
      case "machine_start", "machine_end_silence", "machine_end_other", "fax" ->
          Optional.of(new Verdict(answeredBy, true, false));
      default -> Optional.empty();
    };
  }
}
