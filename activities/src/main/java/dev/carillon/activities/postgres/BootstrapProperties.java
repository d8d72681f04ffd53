package dev.carillon.activities.postgres;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/// What the first start writes about the default tenant, from the environment.
///
/// @param phoneNumber the carrier's number that people see and call back, E.164
/// @param ownerNumber who gets the texts about leads and finished campaigns, E.164
/// @param callsPerSecond the carrier account's limit
record BootstrapProperties(
    String businessName,
    String timeZone,
    @Nullable String phoneNumber,
    @Nullable String ownerNumber,
    String carrierAccount,
    BigDecimal callsPerSecond,
    int concurrency) {

  static BootstrapProperties from(Environment environment) {
    boolean onLoopback = Loopback.leadsHere(environment.getProperty("TWILIO_API_URL", ""));
    return new BootstrapProperties(
        environment.getProperty("CARILLON_BUSINESS_NAME", "Carillon Garage"),
        environment.getProperty("CARILLON_TIME_ZONE", "America/New_York"),
        orNull(environment.getProperty("TWILIO_PHONE_NUMBER", "")),
        orNull(environment.getProperty("OWNER_PHONE_NUMBER", "")),
        environment.getProperty("TWILIO_ACCOUNT_SID", "none"),
        new BigDecimal(
            environment.getProperty("CARILLON_CALLS_PER_SECOND", onLoopback ? "50" : "1")),
        environment.getProperty("CARILLON_CONCURRENCY", Integer.class, 100));
  }

  private static @Nullable String orNull(String text) {
    return text.isBlank() ? null : text.strip();
  }

  @Override
  public String toString() {
    return "BootstrapProperties[callsPerSecond=%s, concurrency=%d]"
        .formatted(callsPerSecond, concurrency);
  }
}
