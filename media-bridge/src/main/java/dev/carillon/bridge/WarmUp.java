package dev.carillon.bridge;

import dev.carillon.bridge.desk.CallDesk;
import dev.carillon.bridge.desk.DeskFailure;
import dev.carillon.call.StreamClaim;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does once, before anybody calls, what the first call would otherwise wait for: opens the way to
/// Temporal by asking for a call that does not exist.
final class WarmUp {
  private static final Logger log = LoggerFactory.getLogger(WarmUp.class);
  private static final UUID NOBODY = new UUID(0, 0);

  private WarmUp() {}

  static void run(CallDesk desk) {
    try {
      desk.claim(NOBODY, new StreamClaim("warm-up", "none"));
    } catch (DeskFailure e) {
      if (e.kind() != DeskFailure.Kind.NOT_FOUND) {
        log.atInfo().addKeyValue("kind", e.kind()).log("Temporal does not answer yet");
      }
    }
  }
}
