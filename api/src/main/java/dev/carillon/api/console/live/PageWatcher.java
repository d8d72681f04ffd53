package dev.carillon.api.console.live;

import dev.carillon.activities.postgres.events.EventPosition;
import dev.carillon.activities.postgres.events.StoredEvent;
import dev.carillon.api.live.Watcher;
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

/// One open page of the console. It is told `news`, nothing more, and not more often than anybody
/// can look; what is new it reads from the page itself.
final class PageWatcher implements Watcher {
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);
  private static final Duration BETWEEN_NEWS = Duration.ofMillis(250);
  private static final long RECONNECT_MILLIS = 1_000;

  private final UUID tenantId;
  private final Subject subject;
  private final SseEmitter emitter = new SseEmitter(0L);
  // One that waits stands for all that came after it.
  private final BlockingQueue<EventPosition> news = new ArrayBlockingQueue<>(1);
  private final BlockingQueue<Boolean> closing = new ArrayBlockingQueue<>(1);

  PageWatcher(UUID tenantId, Subject subject) {
    this.tenantId = tenantId;
    this.subject = subject;
    emitter.onCompletion(this::close);
    emitter.onError(_ -> close());
  }

  @Override
  public UUID tenantId() {
    return tenantId;
  }

  @Override
  public @Nullable UUID contactId() {
    return subject.contactId();
  }

  @Override
  public SseEmitter emitter() {
    return emitter;
  }

  @Override
  public void offer(StoredEvent event) {
    if (subject.concerns(event.event())) {
      var _ = news.offer(event.position());
    }
  }

  @Override
  public void close() {
    var _ = closing.offer(true);
  }

  @Override
  public void run(
      @Nullable EventPosition after, Function<EventPosition, List<StoredEvent>> missed) {
    try {
      emitter.send(SseEmitter.event().comment("open").reconnectTime(RECONNECT_MILLIS));
      if (after != null) {
        catchUp(after, missed);
      }
      while (closing.poll(BETWEEN_NEWS.toMillis(), TimeUnit.MILLISECONDS) == null) {
        var next = news.poll(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
        if (next == null) {
          emitter.send(SseEmitter.event().comment("still here"));
        } else {
          send(next);
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

  private void catchUp(EventPosition after, Function<EventPosition, List<StoredEvent>> missed)
      throws IOException {
    var seen = after;
    boolean concerned = false;
    for (var batch = missed.apply(seen); !batch.isEmpty(); batch = missed.apply(seen)) {
      concerned |= batch.stream().anyMatch(stored -> subject.concerns(stored.event()));
      seen = batch.getLast().position();
    }
    if (concerned) {
      send(seen);
    }
  }

  private void send(EventPosition at) throws IOException {
    emitter.send(SseEmitter.event().id(at.toString()).name("news").data("1"));
  }
}
