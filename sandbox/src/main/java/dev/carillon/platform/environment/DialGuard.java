package dev.carillon.platform.environment;

import java.util.Arrays;

/// What keeps this platform from ringing somebody by accident, as one line for the person who
/// starts it.
public final class DialGuard {
  private DialGuard() {}

  /// Which of test guard and live holds.
  public static String describe(Environment environment) {
    var listed =
        Arrays.stream(environment.orElse("ALLOWED_TEST_NUMBERS", "").split(","))
            .filter(number -> !number.isBlank())
            .count();
    var local = environment.onLoopback("TWILIO_API_URL");
    if (listed > 0) {
      return "TEST GUARD: only the "
          + listed
          + (listed == 1 ? " entry" : " entries")
          + " of ALLOWED_TEST_NUMBERS can be called or texted"
          + (local ? "; the carrier is on this machine" : "");
    }
    if (local) {
      return "TEST GUARD: the carrier is on this machine, no real phone can ring";
    }
    if (environment.orElse("CARILLON_LIVE", "no").equalsIgnoreCase("yes")) {
      return "LIVE: CARILLON_LIVE=yes, real phones will ring within the calling rules";
    }
    return "TEST GUARD: nothing is dialled until ALLOWED_TEST_NUMBERS or CARILLON_LIVE=yes is set";
  }
}
