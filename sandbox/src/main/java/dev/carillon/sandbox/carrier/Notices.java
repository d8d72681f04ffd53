package dev.carillon.sandbox.carrier;

import dev.carillon.sandbox.carrier.webhook.Answer;
import dev.carillon.sandbox.carrier.webhook.Webhook;
import dev.carillon.sandbox.carrier.webhook.Webhooks;
import dev.carillon.sandbox.clock.SerialLane;
import dev.carillon.sandbox.clock.WorldClock;
import dev.carillon.sandbox.faults.Fault;
import dev.carillon.sandbox.faults.Faults;
import dev.carillon.sandbox.ledger.Ledger;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Requests to the customer: questions, whose answer is awaited, and notices, whose answer does not
/// matter and which may be lost, doubled, late or out of order when a fault says so. Notices of one
/// call go out in order otherwise.
public final class Notices {
  private final Webhooks webhooks;
  private final Faults faults;
  private final Ledger ledger;
  private final WorldClock clock;
  private final Executor threads;
  private final Map<String, Executor> lanes = new HashMap<>();
  private final Map<String, Runnable> held = new HashMap<>();

  /// `threads` may block.
  public Notices(
      Webhooks webhooks, Faults faults, Ledger ledger, WorldClock clock, Executor threads) {
    this.webhooks = webhooks;
    this.faults = faults;
    this.ledger = ledger;
    this.clock = clock;
    this.threads = threads;
  }

  /// Asks, and hands the answer over on the world's thread.
  public void ask(Webhook question, Consumer<Answer> then) {
    threads.execute(() -> {
      Answer answer = webhooks.send(question, null);
      clock.execute(() -> then.accept(answer));
    });
  }

  /// Tells, unless a fault intervenes; `whom` are the circumstances that choose it.
  void tell(Webhook notice, Object... whom) {
    Optional<Fault> fault = faults.strikeCallback(notice.kind(), place(notice, whom));
    String kind = fault.map(Fault::kind).orElse("");
    Duration wait = Duration.ofMillis(fault.map(Fault::ms).orElse(0));
    switch (kind) {
      case "drop" ->
          ledger.write(
              "callback",
              "sid",
              notice.sid(),
              "kind",
              notice.kind(),
              "url",
              notice.url(),
              "sequence",
              notice.sequence(),
              "http",
              null,
              "fault",
              kind);
      case "delay" -> clock.after(wait, () -> send(notice, kind));
      case "reorder" -> hold(notice, wait);
      case "duplicate" -> {
        send(notice, kind);
        send(notice, kind);
      }
      default -> {
        send(notice, null);
        release(notice.sid());
      }
    }
  }

  /// The call is long over: its lane is not needed any more.
  void forget(String sid) {
    lanes.remove(sid);
  }

  /// Held back until the next notice of the same call has gone out, or for that long.
  private void hold(Webhook notice, Duration wait) {
    release(notice.sid());
    held.put(notice.sid(), () -> send(notice, "reorder"));
    clock.after(wait, () -> release(notice.sid()));
  }

  private void release(String sid) {
    Runnable waiting = held.remove(sid);
    if (waiting != null) {
      waiting.run();
    }
  }

  private void send(Webhook notice, @Nullable String fault) {
    lanes
        .computeIfAbsent(notice.sid(), sid -> new SerialLane(threads))
        .execute(() -> {
          webhooks.send(notice, fault);
        });
  }

  private static Object[] place(Webhook notice, Object... whom) {
    Object[] all = new Object[whom.length + 2];
    System.arraycopy(whom, 0, all, 0, whom.length);
    all[whom.length] = notice.kind();
    all[whom.length + 1] = String.valueOf(notice.sequence());
    return all;
  }
}
