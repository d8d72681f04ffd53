package dev.carillon.lead;

import dev.carillon.phone.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody who wants something of the business, as a conversation took it down. All texts are the
/// person's own words: untrusted, and personal.
///
/// @param id of version 7; the same in every system that is told of this lead
/// @param number the person's, from the line and not from what was said
/// @param need what they want, in their words
/// @param jobType its category, such as `electrical`
/// @param urgency how soon, as they put it
/// @param timeframe when it would suit them
/// @param budget what they would spend, as they put it
/// @param photos addresses of pictures they sent
/// @param callId the call it was taken in, or null for a text
public record Lead(
    UUID id,
    Instant capturedAt,
    LeadChannel channel,
    PhoneNumber number,
    @Nullable String name,
    @Nullable String email,
    @Nullable String need,
    @Nullable String jobType,
    @Nullable String address,
    @Nullable String urgency,
    @Nullable String timeframe,
    @Nullable String budget,
    @Nullable String notes,
    List<String> photos,
    @Nullable UUID contactId,
    @Nullable UUID callId) {

  public Lead {
    photos = List.copyOf(photos);
  }

  /// The id only: the rest is personal.
  @Override
  public String toString() {
    return "Lead[" + id + "]";
  }
}
