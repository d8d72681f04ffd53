package dev.carillon.api.console.live;

import dev.carillon.activities.postgres.events.Event;
import dev.carillon.activities.postgres.events.EventTypes;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a page is about: one campaign, call or contact, or, with none of them, everything but the
/// words that are spoken.
record Subject(@Nullable UUID campaignId, @Nullable UUID callId, @Nullable UUID contactId) {
  private static final Set<String> WORDS =
      Set.of(EventTypes.VOICE_RECEIVED, EventTypes.VOICE_SENT, EventTypes.TOOL_USED);

  boolean concerns(Event event) {
    if (callId != null) {
      return callId.equals(event.callId());
    }
    if (contactId != null) {
      return contactId.equals(event.contactId());
    }
    boolean spoken = WORDS.contains(event.type());
    return !spoken && (campaignId == null || campaignId.equals(event.campaignId()));
  }
}
