package dev.carillon.activities.postgres;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// Time and chance. `CARILLON_CLOCK` shifts the clock, by an offset such as `PT-9H` or so that it
/// starts from an instant; only while the carrier is on loopback.
@Configuration(proxyBeanMethods = false)
public class ClockConfiguration {

  @Bean
  InstantSource clock(Environment environment) {
    return clock(
        environment.getProperty("CARILLON_CLOCK", ""),
        Loopback.leadsHere(environment.getProperty("TWILIO_API_URL", "")),
        Clock.systemUTC());
  }

  @Bean
  RandomGenerator random() {
    return new SecureRandom();
  }

  static InstantSource clock(String shift, boolean carrierOnLoopback, Clock base) {
    if (shift.isBlank()) {
      return base;
    }
    if (!carrierOnLoopback) {
      throw new IllegalStateException("CARILLON_CLOCK is for a carrier on loopback only");
    }
    return Clock.offset(base, offset(shift.strip(), base));
  }

  private static Duration offset(String shift, InstantSource base) {
    try {
      return shift.startsWith("P") || shift.startsWith("-P")
          ? Duration.parse(shift)
          : Duration.between(base.instant(), Instant.parse(shift));
    } catch (DateTimeParseException e) {
      throw new IllegalStateException(
          "CARILLON_CLOCK is neither an offset such as PT-9H nor an instant", e);
    }
  }
}
