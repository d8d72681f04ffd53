package dev.carillon.api.web.door;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What stands in `Host` and `Origin`. A name that a page of another site resolves to this machine
/// (DNS rebinding) is not one of ours.
final class Hosts {
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[::1]");

  private Hosts() {}

  static boolean isLoopback(@Nullable String host) {
    return host != null && LOOPBACK.matcher(withoutPort(host)).matches();
  }

  static String withoutPort(String authority) {
    var host = authority.toLowerCase(Locale.ROOT);
    int colon = host.lastIndexOf(':');
    return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
  }

  /// Whether `origin` (`https://host:port`) is where a request with this `Host` went.
  static boolean sameOrigin(String origin, @Nullable String host) {
    int scheme = origin.indexOf("://");
    return scheme > 0 && host != null && origin.substring(scheme + 3).equalsIgnoreCase(host);
  }
}
