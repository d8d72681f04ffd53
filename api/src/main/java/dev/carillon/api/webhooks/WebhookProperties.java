package dev.carillon.api.webhooks;

import dev.carillon.signature.LinkKey;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/// How webhooks are recognised, from the environment.
///
/// @param publicUrl the address that the carrier was given and signs, without a slash at the end
/// @param mediaPublicUrl where the carrier's media streams go, without a slash at the end
/// @param authToken signs the carrier's webhooks; without it all of them are refused
/// @param linkKey signs path tokens
record WebhookProperties(
    String publicUrl, String mediaPublicUrl, @Nullable String authToken, String linkKey) {

  static WebhookProperties from(Environment environment) {
    var token = environment.getProperty("TWILIO_AUTH_TOKEN", "").strip();
    return new WebhookProperties(
        base(
            environment.getProperty(
                "PUBLIC_URL",
                "http://127.0.0.1:" + environment.getProperty("CARILLON_API_PORT", "8080"))),
        base(
            environment.getProperty(
                "MEDIA_PUBLIC_URL",
                "ws://127.0.0.1:" + environment.getProperty("CARILLON_MEDIA_BRIDGE_PORT", "8081"))),
        token.isEmpty() ? null : token,
        required("CARILLON_LINK_KEY", environment));
  }

  private static String base(String url) {
    return url.strip().replaceAll("/+$", "");
  }

  private static String required(String name, Environment environment) {
    var text = environment.getProperty(name, "").strip();
    if (text.isEmpty()) {
      throw new IllegalStateException(name + " is not set");
    }
    return text;
  }

  byte[] linkKeyBytes() {
    return LinkKey.parse(linkKey);
  }

  @Override
  public String toString() {
    return "WebhookProperties[" + publicUrl + ", " + mediaPublicUrl + "]";
  }
}
