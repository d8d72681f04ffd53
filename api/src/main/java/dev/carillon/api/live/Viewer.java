package dev.carillon.api.live;

import dev.carillon.activities.postgres.events.EventPosition;
import dev.carillon.activities.postgres.events.StoredEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// One open page. What happens waits in a bounded queue; a page too slow for it is let go and comes
/// back by itself, to go on where it was.
final class Viewer implements Watcher {
  private static final int MOST_WAITING = 2_000;
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);
  private static final long RECONNECT_MILLIS = 1_000;

  private final UUID tenantId;
  private final @Nullable UUID contactId;
  private final EventJson json;
  private final SseEmitter emitter = new SseEmitter(0L);
  private final BlockingQueue<StoredEvent> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private volatile boolean closed;

  /// @param contactId whose events alone are wanted, null for all of the tenant's
  Viewer(UUID tenantId, @Nullable UUID contactId, EventJson json) {
    this.tenantId = tenantId;
    this.contactId = contactId;
    this.json = json;
    emitter.onCompletion(this::close);
    emitter.onError(_ -> close());
  }

  @Override
  public UUID tenantId() {
    return tenantId;
  }

  @Override
  public @Nullable UUID contactId() {
    return contactId;
  }

  @Override
  public SseEmitter emitter() {
    return emitter;
  }

  /// Offers an event; drops what is not for this viewer.
  @Override
  public void offer(StoredEvent event) {
    boolean mine =
        event.event().tenantId().equals(tenantId)
            && (contactId == null || contactId.equals(event.event().contactId()));
    if (mine && !waiting.offer(event)) {
      close();
    }
  }

  @Override
  public void close() {
    closed = true;
  }

  boolean closed() {
    return closed;
  }

  /// Sends what was missed, then what comes.
  @Override
  public void run(
      @Nullable EventPosition after, Function<EventPosition, List<StoredEvent>> missed) {
    try {
      emitter.send(SseEmitter.event().comment("open").reconnectTime(RECONNECT_MILLIS));
      var sent = after == null ? EventPosition.START : catchUp(after, missed);
      while (!closed) {
        var next = waiting.poll(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
        if (next == null) {
          emitter.send(SseEmitter.event().comment("still here"));
        } else if (next.position().compareTo(sent) > 0) {
          send(next);
          sent = next.position();
        }
      }
      emitter.complete();
    } catch (IOException | IllegalStateException _) {
      // The page has been closed: nobody to tell.
      close();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      emitter.complete();
    }
  }

  private EventPosition catchUp(
      EventPosition after, Function<EventPosition, List<StoredEvent>> missed) throws IOException {
    var sent = after;
    while (!closed) {
      var batch = missed.apply(sent);
      if (batch.isEmpty()) {
        return sent;
      }
      for (var event : batch) {
        send(event);
      }
      sent = batch.getLast().position();
    }
    return sent;
  }

  private void send(StoredEvent event) throws IOException {
    emitter.send(
        SseEmitter.event()
            .id(event.position().toString())
            .name(event.event().type())
            .data(json.write(event.event())));
  }
}
