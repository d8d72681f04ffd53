package dev.carillon.activities.postgres.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One thing that was said or written between the business and a person.
///
/// @param id with `at` the item's place in the timeline
/// @param callId the call it was said on, null for texts that belong to none
public record TimelineItem(
    Instant at, UUID id, Channel channel, Way direction, String text, @Nullable UUID callId) {

  /// How it was said.
  public enum Channel {
    VOICE,
    SMS
  }

  /// `IN`: the person said it.
  public enum Way {
    IN,
    OUT
  }
}
