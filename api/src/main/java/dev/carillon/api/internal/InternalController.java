package dev.carillon.api.internal;

import dev.carillon.api.web.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// Takes in the bridges' reports.
@RestController
final class InternalController {
  private final BridgeReports reports;
  // Bridges may be newer than this server: what it does not know yet is left out.
  private final JsonMapper json = JsonMapper.builder().build();
  private final byte[] credential;

  InternalController(BridgeReports reports, InternalProperties properties) {
    this.reports = reports;
    this.credential = ("Bearer " + properties.token()).getBytes(StandardCharsets.UTF_8);
  }

  @PostMapping(path = "/internal/v1/events", consumes = "application/json")
  ResponseEntity<Void> events(
      @RequestHeader("Authorization") Optional<String> authorization, @RequestBody byte[] body) {
    if (!known(authorization.orElse(""))) {
      return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
    }
    var report = json.readValue(body, BridgeReport.class);
    var faults = BridgeReports.faults(report);
    if (!faults.isEmpty()) {
      throw ProblemException.of(HttpStatus.UNPROCESSABLE_CONTENT, faults.getFirst());
    }
    if (!reports.write(report)) {
      throw ProblemException.notFound("call");
    }
    return ResponseEntity.accepted().build();
  }

  private boolean known(String authorization) {
    return MessageDigest.isEqual(credential, authorization.getBytes(StandardCharsets.UTF_8));
  }
}
