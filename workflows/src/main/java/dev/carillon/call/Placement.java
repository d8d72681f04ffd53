package dev.carillon.call;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What came of the one request that places a call.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Placement.Placed.class, name = "placed"),
  @JsonSubTypes.Type(value = Placement.NotSent.class, name = "notSent"),
  @JsonSubTypes.Type(value = Placement.Rejected.class, name = "rejected"),
  @JsonSubTypes.Type(value = Placement.Unknown.class, name = "unknown"),
  @JsonSubTypes.Type(value = Placement.Denied.class, name = "denied"),
  @JsonSubTypes.Type(value = Placement.Closed.class, name = "closed"),
  @JsonSubTypes.Type(value = Placement.Paced.class, name = "paced")
})
public sealed interface Placement {

  record Placed(String providerCallId) implements Placement {}

  /// The carrier certainly placed nothing (refused connection, 429): may be tried again after
  /// `wait`.
  record NotSent(String why, Duration pause) implements Placement {}

  /// The carrier refuses the request for good.
  record Rejected(String code) implements Placement {}

  /// It may have been placed. Never repeated.
  record Unknown() implements Placement {}

  /// The rules, asked again on the primary, forbid it now.
  record Denied(String reason, @Nullable Instant notBefore, boolean byThePerson)
      implements Placement {}

  /// The call was over (cancelled) before it could be placed; nothing was sent.
  record Closed() implements Placement {}

  /// The pace lets it through only after `pause`; nothing was sent and nothing went wrong.
  record Paced(Duration pause) implements Placement {}
}
