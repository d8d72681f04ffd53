package dev.carillon.api.live;

import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.activities.postgres.events.EventPosition;
import dev.carillon.api.web.Tenant;
import dev.carillon.api.web.problem.ProblemException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// What happens, as it happens (server-sent events). Whoever comes back with `Last-Event-ID` misses
/// nothing.
@RestController
final class StreamController {
  private final LiveFeed feed;
  private final EventJson json;
  private final TenantTransactions transactions;
  private final JdbcClient jdbc;

  StreamController(
      LiveFeed feed, EventJson json, TenantTransactions transactions, JdbcClient jdbc) {
    this.feed = feed;
    this.json = json;
    this.transactions = transactions;
    this.jdbc = jdbc;
  }

  @GetMapping(path = "/api/v1/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  ResponseEntity<SseEmitter> everything(
      Tenant tenant, @RequestHeader("Last-Event-ID") Optional<String> lastEventId) {
    return open(tenant, null, lastEventId);
  }

  @GetMapping(path = "/api/v1/contacts/{id}/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  ResponseEntity<SseEmitter> ofContact(
      Tenant tenant,
      @PathVariable UUID id,
      @RequestHeader("Last-Event-ID") Optional<String> lastEventId) {
    if (!transactions.in(tenant.id(), () -> isContact(id))) {
      throw ProblemException.notFound("contact");
    }
    return open(tenant, id, lastEventId);
  }

  private ResponseEntity<SseEmitter> open(
      Tenant tenant, @Nullable UUID contactId, Optional<String> lastEventId) {
    var viewer = new Viewer(tenant.id(), contactId, json);
    var after = lastEventId.flatMap(EventPosition::parse).orElse(null);
    if (!feed.open(viewer, after)) {
      throw ProblemException.unavailable("Too many pages are watching.");
    }
    return ResponseEntity.ok()
        .contentType(MediaType.TEXT_EVENT_STREAM)
        .cacheControl(CacheControl.noStore())
        .header("X-Accel-Buffering", "no")
        .body(viewer.emitter());
  }

  private boolean isContact(UUID id) {
    return jdbc.sql(
            """
            select exists (select 1 from contact where id = :id and deleted_at is null) as known
            """)
        .param("id", id)
        .query((row, _) -> row.getBoolean("known"))
        .single();
  }
}
