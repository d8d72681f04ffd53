package dev.carillon.sandbox.carrier;

import java.time.Instant;

/// One text. `status` is the carrier's word: queued, sent, delivered, received.
public record TextMessage(
    String sid,
    String direction,
    String from,
    String to,
    String body,
    String status,
    Instant created,
    Instant updated) {
  private static final int SINGLE = 160;
  private static final int JOINED = 153;
  private static final int SINGLE_UNICODE = 70;
  private static final int JOINED_UNICODE = 67;

  /// How many parts it is sent and billed in.
  public int segments() {
    boolean plain = body.chars().allMatch(c -> c < 128);
    int length = body.length();
    if (length <= (plain ? SINGLE : SINGLE_UNICODE)) {
      return 1;
    }
    return Math.ceilDiv(length, plain ? JOINED : JOINED_UNICODE);
  }

  TextMessage becoming(String next, Instant now) {
    return new TextMessage(sid, direction, from, to, body, next, created, now);
  }
}
