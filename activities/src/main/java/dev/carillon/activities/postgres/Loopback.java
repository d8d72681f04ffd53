package dev.carillon.activities.postgres;

import java.net.URI;

/// Tells addresses on this machine from all others.
public final class Loopback {
  private Loopback() {}

  /// Whether `url` certainly leads to this machine; a blank or unreadable one does not.
  public static boolean leadsHere(String url) {
    if (url.isBlank()) {
      return false;
    }
    try {
      var host = URI.create(url.strip()).getHost();
      return host != null
          && (host.equals("localhost")
              || host.equals("[::1]")
              || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}"));
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
