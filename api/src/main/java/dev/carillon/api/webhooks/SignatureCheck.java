package dev.carillon.api.webhooks;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.carillon.signature.TwilioSignature;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tells whether the carrier signed a webhook. Without an auth token nothing was.
final class SignatureCheck {
  private final String publicUrl;
  private final @Nullable TwilioSignature signature;

  SignatureCheck(WebhookProperties properties) {
    this.publicUrl = properties.publicUrl();
    var token = properties.authToken();
    this.signature = token == null ? null : new TwilioSignature(List.of(token));
  }

  /// @param target path and query as they were sent
  boolean holds(String target, List<Map.Entry<String, String>> parameters, String given) {
    var grouped =
        parameters.stream()
            .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    return signature != null && signature.signsForm(publicUrl + target, grouped, given);
  }
}
