package dev.carillon.worker;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.core.env.Environment;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Tells whether the workers take work, and what would have to be set for the providers that are
/// off.
@RestController
class HealthController {
  private static final List<String> CREDENTIALS =
      List.of("TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "TWILIO_PHONE_NUMBER", "OPENAI_API_KEY");

  private final Workers workers;
  private final List<String> missing;

  HealthController(Workers workers, Environment environment) {
    this.workers = workers;
    this.missing =
        CREDENTIALS.stream().filter(name -> environment.getProperty(name, "").isBlank()).toList();
  }

  @GetMapping("/health")
  ResponseEntity<Map<String, Object>> health() {
    var uptime = Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
    var status = workers.isRunning() ? "UP" : "STARTING";
    return ResponseEntity.status(workers.isRunning() ? 200 : 503)
        .body(Map.of("status", status, "uptime", uptime.toString(), "missing", missing));
  }
}
