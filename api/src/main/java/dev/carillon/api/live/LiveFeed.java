package dev.carillon.api.live;

import dev.carillon.activities.postgres.Listening;
import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.activities.postgres.events.EventPosition;
import dev.carillon.activities.postgres.events.Events;
import dev.carillon.activities.postgres.events.StoredEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// Reads each watched tenant's events once and hands them to its viewers. Ends all of them before
/// the server stops, which would otherwise wait for them in vain.
public final class LiveFeed implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(LiveFeed.class);
  private static final String CHANNEL = "carillon_event";
  private static final int BATCH = 500;
  private static final int MOST_VIEWERS = 500;
  // An announcement that got lost is made good by looking anyway.
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
  private static final Duration UNTIL_SETTLED = Duration.ofMillis(20);

  private final Listening.Factory listening;
  private final TenantTransactions transactions;
  private final Events events;
  private final Map<UUID, Watch> watches = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile @Nullable Future<?> reader;

  LiveFeed(Listening.Factory listening, TenantTransactions transactions, Events events) {
    this.listening = listening;
    this.transactions = transactions;
    this.events = events;
  }

  /// Lets a viewer see what happens from now on, and first what it has missed since `after`.
  ///
  /// @return false when there are too many already, or the server is stopping
  public boolean open(Watcher viewer, @Nullable EventPosition after) {
    if (!isRunning() || viewers() >= MOST_VIEWERS) {
      return false;
    }
    watches.compute(viewer.tenantId(), (tenant, watch) -> joined(tenant, watch, viewer));
    threads.execute(() -> {
      try {
        viewer.run(after, place -> read(viewer.tenantId(), place, viewer.contactId()));
      } catch (DataAccessException | TransactionException e) {
        log.atWarn().setCause(e).log("a viewer could not catch up");
        viewer.emitter().complete();
      } finally {
        viewer.close();
        leave(viewer);
      }
    });
    return true;
  }

  private Watch joined(UUID tenant, @Nullable Watch watch, Watcher viewer) {
    var joined = watch == null ? new Watch(transactions.in(tenant, events::newest)) : watch;
    joined.viewers.add(viewer);
    return joined;
  }

  private void leave(Watcher viewer) {
    watches.computeIfPresent(
        viewer.tenantId(),
        (_, watch) -> {
          watch.viewers.remove(viewer);
          return watch.viewers.isEmpty() ? null : watch;
        });
  }

  int viewers() {
    return watches.values().stream().mapToInt(watch -> watch.viewers.size()).sum();
  }

  private void listen() {
    try (var announcements = listening.on(CHANNEL)) {
      var pause = BETWEEN_LOOKS;
      while (!Thread.currentThread().isInterrupted()) {
        announcements.await(pause);
        pause = look() ? BETWEEN_LOOKS : UNTIL_SETTLED;
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Reads what is new; false when something was written that cannot be read yet.
  private boolean look() {
    boolean settled = true;
    for (var watched : watches.entrySet()) {
      try {
        pass(watched.getKey(), watched.getValue());
        settled &= !transactions.in(watched.getKey(), events::unsettled);
      } catch (DataAccessException | TransactionException e) {
        log.atWarn().setCause(e).log("live events could not be read");
      }
    }
    return settled;
  }

  private void pass(UUID tenant, Watch watch) {
    List<StoredEvent> batch;
    do {
      batch = read(tenant, watch.place, null);
      for (var event : batch) {
        watch.viewers.forEach(viewer -> viewer.offer(event));
        watch.place = event.position();
      }
    } while (batch.size() == BATCH);
  }

  private List<StoredEvent> read(UUID tenant, EventPosition after, @Nullable UUID contactId) {
    return transactions.in(tenant, () -> events.after(after, contactId, BATCH));
  }

  @Override
  public void start() {
    reader = threads.submit(this::listen);
  }

  @Override
  public void stop() {
    var running = reader;
    reader = null;
    if (running != null) {
      running.cancel(true);
    }
    // Interrupting wakes the viewers' threads, which take their leave of the pages.
    threads.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return reader != null;
  }

  /// Who watches a tenant, and how far the reader has come.
  private static final class Watch {
    private final List<Watcher> viewers = new CopyOnWriteArrayList<>();
    private volatile EventPosition place;

    Watch(EventPosition place) {
      this.place = place;
    }
  }
}
