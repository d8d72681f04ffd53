package dev.carillon.campaign;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;

/// One step of a journey. A campaign that names none has one `call`, followed by a text if it has a
/// text to fall back on.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Step.Call.class, name = "call"),
  @JsonSubTypes.Type(value = Step.Wait.class, name = "wait"),
  @JsonSubTypes.Type(value = Step.Sms.class, name = "sms")
})
public sealed interface Step {

  /// Call by the campaign's redial policy until the person is reached or the attempts are used up.
  record Call() implements Step {}

  /// Wait before the next step.
  record Wait(Duration duration) implements Step {}

  /// Send a text to somebody who was not reached. `{name}` and `{business}` are filled in.
  record Sms(String text) implements Step {}
}
