package dev.carillon.call;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// What the call's workflow tells the bridge in the middle of a call.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Instruction.MachineAnswered.class, name = "machineAnswered"),
  @JsonSubTypes.Type(value = Instruction.HumanAnswered.class, name = "humanAnswered"),
  @JsonSubTypes.Type(value = Instruction.Say.class, name = "say"),
  @JsonSubTypes.Type(value = Instruction.CallOver.class, name = "callOver")
})
public sealed interface Instruction {

  /// A machine's greeting is over (with a beep or silence): leave the message now, from its start,
  /// then end.
  record MachineAnswered() implements Instruction {}

  /// The carrier heard a human: the message is off unless the words say otherwise.
  record HumanAnswered() implements Instruction {}

  /// Somebody of the business speaks through the agent.
  ///
  /// @param exact these words and no others; otherwise they are guidance
  record Say(String text, boolean exact) implements Instruction {
    @Override
    public String toString() {
      return "Say[exact=" + exact + "]";
    }
  }

  /// The call has ended or is being ended: close.
  record CallOver() implements Instruction {}
}
