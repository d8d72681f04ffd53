package dev.carillon.api.listening;

import dev.carillon.activities.postgres.Ids;
import dev.carillon.api.web.Tenant;
import dev.carillon.api.web.problem.ProblemException;
import dev.carillon.call.OperatorOrder;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What can be done with a call while it is talked. Each route answers 409 when nobody talks.
@RestController
@RequestMapping("/api/v1/calls/{id}")
public final class ListeningController {
  private static final int LONGEST_TEXT = 600;

  private final ListeningDesk desk;
  private final LiveOrders orders;
  private final Ids ids;

  ListeningController(ListeningDesk desk, LiveOrders orders, Ids ids) {
    this.desk = desk;
    this.orders = orders;
    this.ids = ids;
  }

  /// Where the call can be heard: a WebSocket address for one use within a minute. Its messages are
  /// a byte (1 the person, 2 the agent, 3 what was sent ahead of the agent is not played), a number
  /// of four bytes that counts them, and mu-law at 8 kHz.
  @PostMapping("/listen")
  @ResponseStatus(HttpStatus.CREATED)
  Address listen(Tenant tenant, @PathVariable UUID id) {
    return desk.admit(tenant.id(), id);
  }

  /// Has the agent say something: word for word, or in its own words.
  @PostMapping(path = "/say", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  Done say(
      Tenant tenant,
      @PathVariable UUID id,
      @RequestBody Words words,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    return say(tenant, id, words, key == null ? ids.next().toString() : key, "api");
  }

  /// As [#say], once per `key`.
  ///
  /// @param by who says it, for the audit
  public Done say(Tenant tenant, UUID id, Words words, String key, String by) {
    var text = words.text() == null ? "" : words.text().strip();
    if (text.isEmpty()) {
      throw ProblemException.field("text", "REQUIRED", "is required");
    }
    if (text.length() > LONGEST_TEXT) {
      throw ProblemException.field("text", "TOO_LONG", "has over 600 characters");
    }
    boolean exact = words.exact() == null || words.exact();
    orders.give(tenant.id(), id, key, new OperatorOrder.Say(text, exact), by);
    return new Done(id);
  }

  /// Pauses the recording: what is said from here on is silence in it.
  @PostMapping("/recording/pause")
  @ResponseStatus(HttpStatus.ACCEPTED)
  public Done pause(Tenant tenant, @PathVariable UUID id) {
    return recording(tenant, id, new OperatorOrder.PauseRecording());
  }

  /// Goes on recording.
  @PostMapping("/recording/resume")
  @ResponseStatus(HttpStatus.ACCEPTED)
  public Done resume(Tenant tenant, @PathVariable UUID id) {
    return recording(tenant, id, new OperatorOrder.ResumeRecording());
  }

  private Done recording(Tenant tenant, UUID id, OperatorOrder order) {
    orders.give(tenant.id(), id, ids.next().toString(), order, "api");
    return new Done(id);
  }

  /// Where to listen, and until when the address is good to begin.
  record Address(String url, Instant expiresAt) {}

  /// What the agent is to say.
  ///
  /// @param exact word for word, which is what is meant when nothing is said
  public record Words(@Nullable String text, @Nullable Boolean exact) {}

  /// It was done on this call.
  public record Done(UUID callId) {}
}
