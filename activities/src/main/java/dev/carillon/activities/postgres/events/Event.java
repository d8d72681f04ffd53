package dev.carillon.activities.postgres.events;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that happened to a tenant's campaigns, calls or contacts.
///
/// @param type one of [EventTypes]; the SSE event's name
/// @param detail goes to the tenant's own viewers only; values must be JSON's own types
public record Event(
    UUID tenantId,
    Instant at,
    String type,
    @Nullable UUID campaignId,
    @Nullable UUID callId,
    @Nullable UUID contactId,
    Map<String, Object> detail) {

  public Event {
    detail = Map.copyOf(Texts.storable(detail));
  }

  /// An event of a call.
  public static Event ofCall(
      UUID tenantId,
      Instant at,
      String type,
      UUID callId,
      @Nullable UUID campaignId,
      @Nullable UUID contactId,
      Map<String, Object> detail) {
    return new Event(tenantId, at, type, campaignId, callId, contactId, detail);
  }

  /// An event of a whole campaign.
  public static Event ofCampaign(
      UUID tenantId, Instant at, String type, UUID campaignId, Map<String, Object> detail) {
    return new Event(tenantId, at, type, campaignId, null, null, detail);
  }
}
