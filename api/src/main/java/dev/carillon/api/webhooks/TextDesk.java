package dev.carillon.api.webhooks;

import dev.carillon.activities.postgres.Ids;
import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.activities.postgres.events.Callback;
import dev.carillon.activities.postgres.events.Event;
import dev.carillon.activities.postgres.events.EventTypes;
import dev.carillon.activities.postgres.events.Events;
import dev.carillon.activities.postgres.events.InboundText;
import dev.carillon.activities.postgres.events.Messages;
import dev.carillon.activities.postgres.events.WebhookInbox;
import dev.carillon.activities.postgres.people.Suppressions;
import dev.carillon.api.calls.StandDown;
import dev.carillon.call.CancelReason;
import dev.carillon.conversation.OptOutWords;
import dev.carillon.conversation.TextWish;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Takes in what people text. The wish to be left alone is in force when the carrier gets its
/// answer, and who asks for help is told who this is; everything else is for the agent to answer.
final class TextDesk {
  private final TextRows rows;
  private final Callers callers;
  private final Suppressions suppressions;
  private final Messages messages;
  private final Events events;
  private final WebhookInbox inbox;
  private final TenantTransactions transactions;
  private final StandDown standDown;
  private final KeywordReplies replies;
  private final Ids ids;
  private final InstantSource clock;

  TextDesk(
      TextRows rows,
      Callers callers,
      Suppressions suppressions,
      Messages messages,
      Events events,
      WebhookInbox inbox,
      TenantTransactions transactions,
      StandDown standDown,
      KeywordReplies replies,
      Ids ids,
      InstantSource clock) {
    this.rows = rows;
    this.callers = callers;
    this.suppressions = suppressions;
    this.messages = messages;
    this.events = events;
    this.inbox = inbox;
    this.transactions = transactions;
    this.standDown = standDown;
    this.replies = replies;
    this.ids = ids;
    this.clock = clock;
  }

  /// What is to be said to a text at once.
  private sealed interface Reply {
    record Nothing() implements Reply {}

    record Stopped() implements Reply {}

    record Help(String who) implements Reply {}
  }

  void take(UUID tenantId, SignedForm form) {
    var from = form.get("From");
    var wish = wishOf(form);
    var reply = transactions.in(tenantId, () -> store(tenantId, form, wish));
    // The carrier that names a keyword has answered it.
    if (form.find("OptOutType") == null) {
      answer(reply, tenantId, from, form.get("MessageSid"));
    }
    // Repeated webhooks look again: the first may have died between commit and cancelling.
    if (wish == TextWish.STOP) {
      standDown.from(tenantId, from, CancelReason.OPTED_OUT);
    }
  }

  private void answer(Reply reply, UUID tenantId, String from, String messageSid) {
    switch (reply) {
      case Reply.Nothing _ -> {
        // It stands in the timeline.
      }
      case Reply.Stopped _ -> replies.stopped(tenantId, from, messageSid);
      case Reply.Help(var who) -> replies.help(tenantId, from, messageSid, who);
    }
  }

  /// Keeps the text and obeys it.
  private Reply store(UUID tenantId, SignedForm form, TextWish wish) {
    var at = clock.instant();
    var sid = form.get("MessageSid");
    var from = form.get("From");
    var contact = callers.of(tenantId, from).orElse(null);
    var text =
        new InboundText(ids.next(), tenantId, contact, from, form.orElse("Body", ""), sid, at);
    if (!messages.receive(text)) {
      return new Reply.Nothing();
    }
    file(form, wish, text);
    events.append(
        new Event(
            tenantId,
            at,
            EventTypes.SMS_RECEIVED,
            null,
            null,
            contact,
            Map.of("messageId", text.id().toString(), "text", text.body())));
    return obey(wish, text);
  }

  /// A text that is no keyword goes on to the person's thread, where the agent answers it.
  private void file(SignedForm form, TextWish wish, InboundText text) {
    var parameters = new HashMap<>(form.parameters());
    parameters.put(Callback.MESSAGE, text.id().toString());
    boolean answered =
        wish == TextWish.NONE && form.find("OptOutType") == null && text.contactId() != null;
    if (answered) {
      parameters.put(Callback.CONTACT, String.valueOf(text.contactId()));
    }
    var callback =
        new Callback(
            text.tenantId(),
            CallbackDesk.TWILIO,
            Callback.Kind.SMS,
            text.providerMessageId(),
            null,
            parameters,
            text.at());
    if (answered) {
      inbox.receive(callback);
    } else {
      inbox.file(callback);
    }
  }

  private Reply obey(TextWish wish, InboundText text) {
    return switch (wish) {
      case STOP -> suppressions.optOut(asking(text)) ? new Reply.Stopped() : new Reply.Nothing();
      case START -> {
        suppressions.optIn(asking(text));
        yield new Reply.Nothing();
      }
      case HELP -> new Reply.Help(rows.introduction());
      case NONE -> new Reply.Nothing();
    };
  }

  private static Suppressions.Wish asking(InboundText text) {
    return new Suppressions.Wish(
        text.tenantId(),
        text.phoneNumber(),
        text.contactId(),
        null,
        "asked by text",
        "SMS",
        "message/" + text.id());
  }

  /// The carrier's own verdict counts; a "yes" that it takes for a new welcome is one only when it
  /// says so.
  private static TextWish wishOf(SignedForm form) {
    @Nullable String verdict = form.find("OptOutType");
    if (verdict != null) {
      return switch (verdict) {
        case "STOP" -> TextWish.STOP;
        case "START" -> TextWish.START;
        case "HELP" -> TextWish.HELP;
        default -> OptOutWords.wishIn(form.orElse("Body", ""));
      };
    }
    return OptOutWords.wishIn(form.orElse("Body", ""));
  }
}
