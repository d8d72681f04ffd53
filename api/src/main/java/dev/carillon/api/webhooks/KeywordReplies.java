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

/// Answers the words that every business must know, where the carrier did not answer them itself.
/// No model has a say in it; what was asked for holds whether or not the reply goes out.
final class KeywordReplies implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(KeywordReplies.class);
  private static final String STOPPED =
      "You will get no more calls or texts from us. Reply START to undo this.";

  private final Messaging messaging;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  KeywordReplies(Messaging messaging) {
    this.messaging = messaging;
  }

  /// Confirms an opt-out; unasked, nothing else may follow it.
  void stopped(UUID tenantId, String sender, String messageSid) {
    send(tenantId, sender, "opt-out/" + messageSid, STOPPED, Messaging.Kind.OPT_OUT_CONFIRMATION);
  }

  /// Says who this is and how to end it, also to those who have ended it.
  void help(UUID tenantId, String sender, String messageSid, String who) {
    var words = who + " Reply STOP to get no more calls and texts.";
    send(tenantId, sender, "help/" + messageSid, words, Messaging.Kind.HELP);
  }

  /// In the background: the carrier waits for the answer to its webhook.
  private void send(
      UUID tenantId, String sender, String dedupeKey, String words, Messaging.Kind kind) {
    PhoneNumber number;
    try {
      number = PhoneNumber.of(sender);
    } catch (IllegalArgumentException _) {
      return;
    }
    var text =
        new Messaging.OutgoingText(tenantId, dedupeKey, number, words, kind, null, null, null);
    try {
      threads.execute(() -> reply(text));
    } catch (RejectedExecutionException _) {
      log.atInfo().log("stopping: a keyword stays unanswered");
    }
  }

  private void reply(Messaging.OutgoingText text) {
    try {
      var delivery = messaging.send(text);
      log.atInfo().addKeyValue("delivery", delivery).log("a keyword was answered");
    } catch (ProviderFailure | DataAccessException | TransactionException e) {
      log.atWarn()
          .addKeyValue("failure", e.getClass().getSimpleName())
          .log("a keyword stays unanswered");
    }
  }

  @Override
  public void close() {
    threads.shutdown();
  }
}
