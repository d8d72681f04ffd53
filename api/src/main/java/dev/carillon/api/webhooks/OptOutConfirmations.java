package dev.carillon.api.webhooks;

import dev.carillon.conversation.Messaging;
import dev.carillon.phone.PhoneNumber;
import dev.carillon.policy.ProviderFailure;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// Confirms an opt-out by the one text that may follow it, when the carrier did not confirm it
/// itself. The opt-out holds whether or not the text goes out.
final class OptOutConfirmations implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(OptOutConfirmations.class);
  private static final String WORDS =
      "You will get no more calls or texts from us. Reply START to undo this.";

  private final Messaging messaging;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  OptOutConfirmations(Messaging messaging) {
    this.messaging = messaging;
  }

  /// Sends it in the background: the carrier waits for the answer to its webhook.
  void send(UUID tenantId, String sender, String messageSid) {
    PhoneNumber number;
    try {
      number = PhoneNumber.of(sender);
    } catch (IllegalArgumentException _) {
      return;
    }
    var text =
        new Messaging.OutgoingText(
            tenantId,
            "opt-out/" + messageSid,
            number,
            WORDS,
            Messaging.Kind.OPT_OUT_CONFIRMATION,
            null,
            null,
            null);
    try {
      threads.execute(() -> confirm(text));
    } catch (RejectedExecutionException _) {
      log.atInfo().log("stopping: an opt-out stays unconfirmed");
    }
  }

  private void confirm(Messaging.OutgoingText text) {
    try {
      var delivery = messaging.send(text);
      log.atInfo().addKeyValue("delivery", delivery).log("opt-out confirmed");
    } catch (ProviderFailure | DataAccessException | TransactionException e) {
      log.atWarn()
          .addKeyValue("failure", e.getClass().getSimpleName())
          .log("an opt-out stays unconfirmed");
    }
  }

  @Override
  public void close() {
    threads.shutdown();
  }
}
