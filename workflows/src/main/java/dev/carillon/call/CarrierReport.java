package dev.carillon.call;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// News of a call from the carrier, by signed callback or by the sweep that asked. May come twice,
/// late or out of order.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = CarrierReport.Progress.class, name = "progress"),
  @JsonSubTypes.Type(value = CarrierReport.Over.class, name = "over"),
  @JsonSubTypes.Type(value = CarrierReport.MachineVerdict.class, name = "machineVerdict"),
  @JsonSubTypes.Type(value = CarrierReport.NeverPlaced.class, name = "neverPlaced")
})
public sealed interface CarrierReport {

  /// It is queued, rings or was answered.
  record Progress(String providerCallId, CallState state, Instant at) implements CarrierReport {}

  /// It is over. `answered` tells whether somebody, or something, had taken it.
  record Over(
      @Nullable String providerCallId, Disposition disposition, boolean answered, Instant at)
      implements CarrierReport {}

  /// Answering machine detection: `machine` with the greeting over (`beeped` when a beep was
  /// heard), or a human.
  record MachineVerdict(boolean machine, boolean beeped) implements CarrierReport {}

  /// The carrier's call list, asked often enough, does not know the call.
  record NeverPlaced() implements CarrierReport {}
}
