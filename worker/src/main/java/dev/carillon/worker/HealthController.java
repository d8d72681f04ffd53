package dev.carillon.worker;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Tells the supervisor whether the workers take work.
@RestController
class HealthController {
  private final Workers workers;

  HealthController(Workers workers) {
    this.workers = workers;
  }

  @GetMapping("/health")
  ResponseEntity<Map<String, String>> health() {
    var uptime = Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
    var status = workers.isRunning() ? "UP" : "STARTING";
    return ResponseEntity.status(workers.isRunning() ? 200 : 503)
        .body(Map.of("status", status, "uptime", uptime.toString()));
  }
}
