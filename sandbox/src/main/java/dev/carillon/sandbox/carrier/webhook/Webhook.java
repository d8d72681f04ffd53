package dev.carillon.sandbox.carrier.webhook;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One request to be made of the customer. `sid` is what it is about, `kind` one of voice, status,
/// amd, recording, stream and sms, `sequence` its place among the call's status events.
public record Webhook(
    String sid,
    String kind,
    String url,
    String method,
    Map<String, String> params,
    @Nullable Integer sequence) {
  public Webhook {
    params = Map.copyOf(params);
  }
}
