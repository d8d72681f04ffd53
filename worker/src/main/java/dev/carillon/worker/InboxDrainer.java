package dev.carillon.worker;

import dev.carillon.account.WorkflowSignals;
import dev.carillon.activities.postgres.Listening;
import dev.carillon.activities.postgres.calls.CarrierFacts;
import dev.carillon.activities.postgres.calls.Inbox;
import dev.carillon.activities.postgres.calls.InboxItem;
import dev.carillon.activities.postgres.events.Callback;
import dev.carillon.activities.postgres.events.WorkOrders;
import dev.carillon.activities.postgres.texts.TextFacts;
import dev.carillon.booking.BookingRef;
import dev.carillon.call.CallStart;
import dev.carillon.call.Direction;
import dev.carillon.conversation.TextThread;
import dev.carillon.conversation.ThreadStart;
import io.grpc.StatusRuntimeException;
import io.temporal.client.WorkflowServiceException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// Takes news out of the inbox: writes what the carrier says into the books, then tells the call's
/// workflow, in one transaction. News that cannot be delivered stays and is tried again.
final class InboxDrainer implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(InboxDrainer.class);
  private static final int THREADS = 4;
  private static final Duration LOOK_AGAIN = Duration.ofMillis(300);

  private final Inbox inbox;
  private final CarrierFacts facts;
  private final TextFacts texts;
  private final WorkflowSignals signals;
  private final Listening.Factory listening;
  private final Duration textMemory;
  private volatile boolean running;
  private CountDownLatch ended = new CountDownLatch(0);

  InboxDrainer(
      Inbox inbox,
      CarrierFacts facts,
      TextFacts texts,
      WorkflowSignals signals,
      Listening.Factory listening,
      Duration textMemory) {
    this.inbox = inbox;
    this.facts = facts;
    this.texts = texts;
    this.signals = signals;
    this.listening = listening;
    this.textMemory = textMemory;
  }

  @Override
  public void start() {
    running = true;
    ended = new CountDownLatch(THREADS);
    for (var i = 0; i < THREADS; i++) {
      Thread.ofVirtual().name("inbox-" + i).start(this::drain);
    }
  }

  private void drain() {
    try (var ear = listening.on("carillon_inbox")) {
      while (running) {
        everything();
        ear.await(LOOK_AGAIN);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      ended.countDown();
    }
  }

  private void everything() {
    try {
      tenants().forEach(this::everythingOf);
    } catch (DataAccessException | TransactionException away) {
      LOG.atWarn()
          .addKeyValue("failure", away.getClass().getSimpleName())
          .log("the inbox could not be read");
    }
  }

  private List<UUID> tenants() {
    return inbox.tenants();
  }

  private void everythingOf(UUID tenantId) {
    try {
      var more = true;
      while (running && more) {
        more = inbox.next(tenantId, this::process);
      }
    } catch (WorkflowServiceException | StatusRuntimeException away) {
      LOG.atWarn()
          .addKeyValue("failure", away.getClass().getSimpleName())
          .log("a workflow could not be told, it will be again");
    }
  }

  private void process(InboxItem item) {
    if (item.parameters().containsKey("MessageStatus")) {
      texts.apply(item.parameters());
      return;
    }
    if (item.parameters().containsKey(WorkOrders.SUBJECT)) {
      order(item);
      return;
    }
    if (item.parameters().containsKey(Callback.CONTACT)) {
      answer(item);
      return;
    }
    var callId = item.callId();
    if (callId != null && item.kind().equals("incoming")) {
      signals.startCall(new CallStart(item.tenantId(), callId, Direction.INBOUND, null, 1));
    } else if (callId != null) {
      facts.apply(item).ifPresent(report -> signals.report(callId, report));
    }
  }

  private void order(InboxItem item) {
    var subject = UUID.fromString(item.parameters().get(WorkOrders.SUBJECT));
    if (item.kind().equals(WorkOrders.Kind.BOOKING.column())) {
      signals.bookingChanged(new BookingRef(item.tenantId(), subject));
    }
  }

  private void answer(InboxItem item) {
    var contact = UUID.fromString(item.parameters().get(Callback.CONTACT));
    var message = UUID.fromString(item.parameters().get(Callback.MESSAGE));
    var thread = new TextThread(item.tenantId(), contact);
    signals.textReceived(new ThreadStart(thread, textMemory, List.of()), message);
  }

  @Override
  public void stop() {
    running = false;
    try {
      if (!ended.await(5, TimeUnit.SECONDS)) {
        LOG.warn("the inbox is still being read");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return Integer.MAX_VALUE - 20;
  }
}
