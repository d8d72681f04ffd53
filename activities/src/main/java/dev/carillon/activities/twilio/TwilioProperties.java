package dev.carillon.activities.twilio;

import java.net.URI;
import java.time.Duration;
import org.springframework.core.env.Environment;

/// The carrier account and the public addresses it calls back, from the environment.
///
/// @param apiUrl what comes before `/2010-04-01`
/// @param publicUrl base of the webhooks
/// @param timeout of one request
public record TwilioProperties(
    String accountSid, String authToken, String apiUrl, String publicUrl, Duration timeout) {

  static TwilioProperties from(Environment environment) {
    var port = environment.getProperty("CARILLON_API_PORT", "8080");
    return new TwilioProperties(
        environment.getProperty("TWILIO_ACCOUNT_SID", ""),
        environment.getProperty("TWILIO_AUTH_TOKEN", ""),
        withoutSlash(environment.getProperty("TWILIO_API_URL", "https://api.twilio.com")),
        withoutSlash(environment.getProperty("PUBLIC_URL", "http://127.0.0.1:" + port)),
        Duration.ofSeconds(10));
  }

  private static String withoutSlash(String url) {
    var text = url.strip();
    URI.create(text);
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  /// Without credentials the carrier is off: nothing is dialled.
  boolean on() {
    return !accountSid.isBlank() && !authToken.isBlank();
  }

  @Override
  public String toString() {
    return "TwilioProperties[on=%s]".formatted(on());
  }
}
