package dev.carillon.api.live;

import dev.carillon.activities.postgres.events.EventPosition;
import dev.carillon.activities.postgres.events.StoredEvent;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// An open page that hears of events from the [LiveFeed].
public interface Watcher {

  UUID tenantId();

  /// Whose events alone are wanted, null for all of the tenant's.
  @Nullable UUID contactId();

  SseEmitter emitter();

  /// Offers an event. Called by the feed's one reader: never blocks.
  void offer(StoredEvent event);

  /// Sends until the page or the server goes away. Runs on a thread of its own.
  ///
  /// @param after where the page was last, null for one that comes first
  /// @param missed reads a batch behind a place; an empty one ends the catching up
  void run(@Nullable EventPosition after, Function<EventPosition, List<StoredEvent>> missed);

  /// Lets [#run] end.
  void close();
}
