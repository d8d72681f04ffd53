package dev.carillon.activities.postgres.dialling;

import dev.carillon.activities.postgres.Loopback;
import dev.carillon.compliance.AllowedNumbers;
import dev.carillon.compliance.DialFacts;
import org.springframework.core.env.Environment;

/// What keeps a trial run from calling strangers, from the environment: `TWILIO_API_URL`,
/// `CARILLON_LIVE`, `ALLOWED_TEST_NUMBERS`.
record GuardProperties(boolean carrierOnLoopback, boolean live, AllowedNumbers allowed) {

  static GuardProperties from(Environment environment) {
    boolean onLoopback = Loopback.leadsHere(environment.getProperty("TWILIO_API_URL", ""));
    return new GuardProperties(
        onLoopback,
        environment.getProperty("CARILLON_LIVE", "").equalsIgnoreCase("yes"),
        AllowedNumbers.parse(environment.getProperty("ALLOWED_TEST_NUMBERS", ""), onLoopback));
  }

  DialFacts.Guard guard() {
    return new DialFacts.Guard(carrierOnLoopback, live, allowed);
  }
}
