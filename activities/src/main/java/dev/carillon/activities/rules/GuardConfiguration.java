package dev.carillon.activities.rules;

import dev.carillon.activities.postgres.Loopback;
import dev.carillon.compliance.AllowedNumbers;
import dev.carillon.compliance.DialFacts.Guard;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// What keeps a trial run from calling strangers: `ALLOWED_TEST_NUMBERS`, `CARILLON_LIVE`, and
/// whether the carrier is on loopback.
@Configuration(proxyBeanMethods = false)
public class GuardConfiguration {

  @Bean
  Guard guard(Environment environment) {
    var onLoopback = Loopback.leadsHere(environment.getProperty("TWILIO_API_URL", ""));
    return new Guard(
        onLoopback,
        environment.getProperty("CARILLON_LIVE", "").strip().equalsIgnoreCase("yes"),
        AllowedNumbers.parse(environment.getProperty("ALLOWED_TEST_NUMBERS", ""), onLoopback));
  }
}
