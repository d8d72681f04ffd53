package dev.carillon.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Says whether requests can be served.
@RestController
final class HealthController {
  private static final Logger log = LoggerFactory.getLogger(HealthController.class);

  private static final List<String> CREDENTIALS =
      List.of("TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "TWILIO_PHONE_NUMBER");

  private final LiveCallCount calls;
  private final InstantSource clock;
  private final Instant started;
  private final List<String> missing;

  HealthController(LiveCallCount calls, InstantSource clock, Environment environment) {
    this.calls = calls;
    this.clock = clock;
    this.started = clock.instant();
    this.missing =
        CREDENTIALS.stream().filter(name -> environment.getProperty(name, "").isBlank()).toList();
  }

  @GetMapping("/health")
  ResponseEntity<Health> health() {
    var uptime = Duration.between(started, clock.instant()).truncatedTo(ChronoUnit.SECONDS);
    try {
      return ResponseEntity.ok(new Health("UP", calls.now(), uptime, missing));
    } catch (DataAccessException | TransactionException failure) {
      log.atWarn().setCause(failure).log("the database did not answer the health check");
      return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
          .body(new Health("DOWN", 0, uptime, missing));
    }
  }

  /// @param missing what would have to be set for the carrier to be on, by name
  record Health(String status, int activeCalls, Duration uptime, List<String> missing) {}
}
