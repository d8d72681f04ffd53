package dev.carillon.sandbox.carrier.rest;

import dev.carillon.sandbox.carrier.Form;
import dev.carillon.sandbox.carrier.Messages;
import dev.carillon.sandbox.carrier.TextMessage;
import dev.carillon.sandbox.clock.WorldClock;
import dev.carillon.sandbox.ledger.Ledger;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Texts by REST.
final class MessagesApi {
  private final Messages messages;
  private final Door door;
  private final Rules rules;
  private final Resources resources;
  private final Ledger ledger;
  private final WorldClock clock;

  MessagesApi(
      Messages messages,
      Door door,
      Rules rules,
      Resources resources,
      Ledger ledger,
      WorldClock clock) {
    this.messages = messages;
    this.door = door;
    this.rules = rules;
    this.resources = resources;
    this.ledger = ledger;
    this.clock = clock;
  }

  void send(Context context) {
    Form form = door.form(context, Rules.SEND_MESSAGE);
    rules.checkMessage(form);
    TextMessage message =
        clock.ask(() -> {
          String to = form.text("To", "");
          if (messages.hasStopped(to)) {
            ledger.write("sms_refused", "to", to, "body", form.text("Body", ""), "code", 21610);
            throw Refusal.invalid(21610, "Attempt to send to unsubscribed recipient");
          }
          return messages.send(form);
        });
    door.answer(context, 201, resources.message(message));
  }

  void list(Context context) {
    Map<String, String> query = Door.query(context);
    List<Map<String, @Nullable Object>> shown =
        clock.ask(() ->
            messages.all().stream()
                .filter(message -> message.to().equals(query.getOrDefault("To", message.to())))
                .filter(
                    message -> message.from().equals(query.getOrDefault("From", message.from())))
                .map(resources::message)
                .toList());
    door.answer(context, 200, new Page(context.path(), query).of("messages", shown));
  }

  void fetch(Context context) {
    TextMessage message =
        clock.ask(() ->
            messages
                .find(context.pathParam("sid"))
                .orElseThrow(() -> Refusal.notFound(context.path())));
    door.answer(context, 200, resources.message(message));
  }
}
