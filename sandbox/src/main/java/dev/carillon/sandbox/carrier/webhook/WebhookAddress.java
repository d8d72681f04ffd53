package dev.carillon.sandbox.carrier.webhook;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A webhook's URL, cut from the connection overrides in its fragment: `#ct=` connect and `rt=`
/// read time-out in ms, `rc=` retries, `rp=` what is retried. The fragment is neither sent nor
/// signed.
public record WebhookAddress(
    String url, Duration connect, Duration read, int retries, List<String> reasons) {
  private static final int CONNECT_MS = 5_000;
  private static final int READ_MS = 15_000;
  private static final int MOST_RETRIES = 5;

  public WebhookAddress {
    reasons = List.copyOf(reasons);
  }

  /// Reads a URL; overrides out of range are moved into it.
  public static WebhookAddress of(String text) {
    int hash = text.indexOf('#');
    String url = hash < 0 ? text : text.substring(0, hash);
    Map<String, String> overrides = hash < 0 ? Map.of() : pairs(text.substring(hash + 1));
    return new WebhookAddress(
        url,
        Duration.ofMillis(number(overrides.get("ct"), CONNECT_MS, 100, 10_000)),
        Duration.ofMillis(number(overrides.get("rt"), READ_MS, 100, READ_MS)),
        number(overrides.get("rc"), 1, 0, MOST_RETRIES),
        List.of(overrides.getOrDefault("rp", "ct").split(",", -1)));
  }

  /// Whether a failure for that reason (`ct`, `rt`, `4xx`, `5xx`) is tried again.
  boolean retries(String reason) {
    return reasons.contains(reason) || reasons.contains("all");
  }

  private static Map<String, String> pairs(String fragment) {
    Map<String, String> pairs = new HashMap<>();
    for (String pair : fragment.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        pairs.put(pair.substring(0, equals), pair.substring(equals + 1));
      }
    }
    return pairs;
  }

  private static int number(@Nullable String text, int otherwise, int low, int high) {
    if (text == null || !text.matches("\\d{1,6}")) {
      return otherwise;
    }
    return Math.clamp(Integer.parseInt(text), low, high);
  }
}
