package dev.carillon.activities.postgres.calls;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One piece of news in the inbox.
///
/// @param kind `status`, `voice`, `amd`, `recording`, `sms`, … or `sweep`
/// @param parameters as the provider named them
public record InboxItem(
    long id,
    UUID tenantId,
    String provider,
    String kind,
    @Nullable UUID callId,
    Map<String, String> parameters,
    Instant receivedAt) {

  public InboxItem {
    parameters = Map.copyOf(parameters);
  }
}
