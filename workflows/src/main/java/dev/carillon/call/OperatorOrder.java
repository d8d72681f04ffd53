package dev.carillon.call;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// What somebody of the business, or the bridge, wants of a call that is being talked.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = OperatorOrder.Say.class, name = "say"),
  @JsonSubTypes.Type(value = OperatorOrder.PauseRecording.class, name = "pauseRecording"),
  @JsonSubTypes.Type(value = OperatorOrder.ResumeRecording.class, name = "resumeRecording")
})
public sealed interface OperatorOrder {

  /// The agent says something.
  ///
  /// @param exact word for word; otherwise it is told what to say and finds its own words
  record Say(String text, boolean exact) implements OperatorOrder {
    @Override
    public String toString() {
      return "Say[exact=" + exact + "]";
    }
  }

  /// What is said from here on is not to be recorded.
  record PauseRecording() implements OperatorOrder {}

  /// It is recorded again.
  record ResumeRecording() implements OperatorOrder {}
}
