package dev.carillon.api.web.door;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Who may come in, from `CARILLON_BIND`, `CARILLON_API_TOKEN` and `PUBLIC_URL`. Refuses to exist
/// when the server would be open to others than this machine without a token.
///
/// @param token null: only this machine is answered
/// @param publicUrl the address webhooks come to, if the world can reach this server
/// @param mediaPublicUrl where the console may listen to a live call
@ConfigurationProperties("carillon.door")
record DoorProperties(
    @DefaultValue("127.0.0.1") String bind,
    @Nullable String token,
    @Nullable URI publicUrl,
    @Nullable URI mediaPublicUrl) {
  private static final int SHORTEST_TOKEN = 16;

  DoorProperties {
    token = token == null || token.isBlank() ? null : token.strip();
    if (token != null && token.length() < SHORTEST_TOKEN) {
      throw new IllegalStateException("CARILLON_API_TOKEN needs at least 16 characters.");
    }
    if (token == null && !isLoopback(bind)) {
      throw new IllegalStateException(
          "CARILLON_BIND opens the API to other machines: set CARILLON_API_TOKEN as well.");
    }
  }

  @Nullable String publicHost() {
    return publicUrl == null || publicUrl.getHost() == null
        ? null
        : Hosts.withoutPort(publicUrl.getRawAuthority());
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException _) {
      return false;
    }
  }

  @Override
  public String toString() {
    return "DoorProperties[bind=%s, token=%s]".formatted(bind, token == null ? "none" : "set");
  }
}
