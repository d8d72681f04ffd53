package dev.carillon.bridge.http;

import dev.carillon.signature.LinkKey;
import dev.carillon.signature.ListenTickets;
import dev.carillon.signature.StreamTokens;
import dev.carillon.signature.TwilioSignature;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The port and who may come in, from the environment.
///
/// @param port 0 for any free one
/// @param publicUrl the `wss` address the carrier was told, without a path; null for the address
///   that is bound
/// @param signatures null while the carrier is off: no stream comes in then
/// @param ownUrl the address of this bridge among several, where browsers listen; null for the
///   public one
/// @param missing what would have to be set for the providers that are off, by name
public record BridgeSettings(
    String bind,
    int port,
    @Nullable String publicUrl,
    @Nullable TwilioSignature signatures,
    StreamTokens tokens,
    ListenTickets tickets,
    @Nullable String ownUrl,
    Limits limits,
    List<String> missing) {
  private static final List<String> CREDENTIALS = List.of("TWILIO_AUTH_TOKEN", "OPENAI_API_KEY");

  public BridgeSettings {
    missing = List.copyOf(missing);
  }

  /// Reads `CARILLON_BIND`, `CARILLON_MEDIA_BRIDGE_PORT`, `MEDIA_PUBLIC_URL`,
  /// `CARILLON_BRIDGE_URL`, `CARILLON_LINK_KEY`, what [Limits] reads and, where they are set, the
  /// providers' credentials.
  ///
  /// @throws IllegalArgumentException naming the variable that is missing or wrong
  public static BridgeSettings from(Map<String, String> environment) {
    var publicUrl = environment.get("MEDIA_PUBLIC_URL");
    var ownUrl = environment.get("CARILLON_BRIDGE_URL");
    var linkKey = LinkKey.parse(required(environment, "CARILLON_LINK_KEY"));
    var authToken = environment.getOrDefault("TWILIO_AUTH_TOKEN", "").strip();
    return new BridgeSettings(
        environment.getOrDefault("CARILLON_BIND", "127.0.0.1"),
        port(environment.getOrDefault("CARILLON_MEDIA_BRIDGE_PORT", "8081")),
        address(publicUrl),
        authToken.isEmpty() ? null : new TwilioSignature(List.of(authToken)),
        new StreamTokens(linkKey),
        new ListenTickets(linkKey),
        address(ownUrl),
        Limits.from(environment),
        CREDENTIALS.stream().filter(name -> environment.getOrDefault(name, "").isBlank()).toList());
  }

  private static @Nullable String address(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip().replaceAll("/+$", "");
  }

  /// The value of a variable that must be there.
  ///
  /// @throws IllegalArgumentException naming it when it is not
  public static String required(Map<String, String> environment, String name) {
    var value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(name + " is not set");
    }
    return value;
  }

  private static int port(String text) {
    try {
      int port = Integer.parseInt(text.strip());
      if (port >= 0 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException _) {
      // Said below, together with numbers out of range.
    }
    throw new IllegalArgumentException("CARILLON_MEDIA_BRIDGE_PORT is no port: " + text);
  }
}
