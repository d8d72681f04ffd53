package dev.carillon.api.console.live;

import dev.carillon.activities.postgres.events.EventPosition;
import dev.carillon.api.live.LiveFeed;
import dev.carillon.api.web.Tenant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// The stream that keeps pages fresh, from the moment (`since`) at which they were read.
@RestController
public final class LivePages {
  private final LiveFeed feed;

  LivePages(LiveFeed feed) {
    this.feed = feed;
  }

  @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  ResponseEntity<SseEmitter> watch(
      Tenant tenant,
      @RequestParam Optional<UUID> campaign,
      @RequestParam Optional<UUID> call,
      @RequestParam Optional<UUID> contact,
      @RequestParam Optional<String> since,
      @RequestHeader("Last-Event-ID") Optional<String> lastEventId) {
    var subject = new Subject(campaign.orElse(null), call.orElse(null), contact.orElse(null));
    var watcher = new PageWatcher(tenant.id(), subject);
    var after = lastEventId.or(() -> since).flatMap(EventPosition::parse).orElse(null);
    if (!feed.open(watcher, after)) {
      return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build();
    }
    return ResponseEntity.ok()
        .contentType(MediaType.TEXT_EVENT_STREAM)
        .header("X-Accel-Buffering", "no")
        .body(watcher.emitter());
  }
}
