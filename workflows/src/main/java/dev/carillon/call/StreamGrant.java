package dev.carillon.call;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// The answer to a [StreamClaim].
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = StreamGrant.Granted.class, name = "granted"),
  @JsonSubTypes.Type(value = StreamGrant.Refused.class, name = "refused")
})
public sealed interface StreamGrant {

  /// The bridge may talk.
  record Granted(CallBrief brief) implements StreamGrant {}

  /// The bridge must close the stream: token used before, other call, or the call is over.
  record Refused(String reason) implements StreamGrant {}
}
