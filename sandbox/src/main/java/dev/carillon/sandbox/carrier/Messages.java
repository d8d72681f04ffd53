package dev.carillon.sandbox.carrier;

import dev.carillon.sandbox.carrier.twiml.TwimlDocument;
import dev.carillon.sandbox.carrier.twiml.TwimlReader;
import dev.carillon.sandbox.carrier.webhook.Answer;
import dev.carillon.sandbox.carrier.webhook.Webhook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// All texts of the account, and who does not want any. Lives on the world's thread.
public final class Messages {
  private static final Set<String> STOP =
      Set.of("STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT");
  private static final Set<String> START = Set.of("START", "YES", "UNSTOP");
  private static final Set<String> HELP = Set.of("HELP", "INFO");
  private static final Duration STEP = Duration.ofMillis(200);

  private final Map<String, TextMessage> messages = new LinkedHashMap<>();
  private final Set<String> stopped = new HashSet<>();
  private final Exchange exchange;

  public Messages(Exchange exchange) {
    this.exchange = exchange;
  }

  /// Whether that person has sent STOP.
  public boolean hasStopped(String phoneNumber) {
    return stopped.contains(phoneNumber);
  }

  /// Takes a text for somebody.
  public TextMessage send(Form form) {
    String from = form.text("From", exchange.account().phoneNumber());
    TextMessage message =
        add("outbound-api", from, form.text("To", ""), form.text("Body", ""), "queued");
    noteSent(message);
    String callback = form.text("StatusCallback", "");
    deliver(message, callback, List.of("sent", "delivered"));
    return message;
  }

  /// Somebody texts the customer, who is asked at `url`; the answer is handed on.
  public TextMessage receive(
      String from, String to, String body, String url, Consumer<Answer> then) {
    TextMessage message = add("inbound", from, to, body, "received");
    exchange.ledger().write("sms_in", "sid", message.sid(), "from", from, "to", to, "body", body);
    Map<String, String> fields = inboundFields(message);
    keyword(from, body).ifPresent(word -> fields.put("OptOutType", word));
    exchange
        .notices()
        .ask(
            new Webhook(message.sid(), "sms", url, "POST", fields, null),
            answer -> {
              reply(message, answer);
              then.accept(answer);
            });
    return message;
  }

  public Optional<TextMessage> find(String sid) {
    return Optional.ofNullable(messages.get(sid));
  }

  /// All texts, newest first.
  public List<TextMessage> all() {
    return new ArrayList<>(messages.values()).reversed();
  }

  private TextMessage add(String direction, String from, String to, String body, String status) {
    TextMessage message =
        new TextMessage(
            exchange.sids().next("SM"),
            direction,
            from,
            to,
            body,
            status,
            exchange.clock().now(),
            exchange.clock().now());
    messages.put(message.sid(), message);
    return message;
  }

  private void noteSent(TextMessage message) {
    exchange
        .ledger()
        .write(
            "sms",
            "sid",
            message.sid(),
            "to",
            message.to(),
            "from",
            message.from(),
            "body",
            message.body());
  }

  private void deliver(TextMessage message, String callback, List<String> steps) {
    if (steps.isEmpty()) {
      return;
    }
    exchange
        .clock()
        .after(
            STEP,
            () -> {
              TextMessage now = message.becoming(steps.getFirst(), exchange.clock().now());
              messages.put(now.sid(), now);
              report(now, callback);
              deliver(now, callback, steps.subList(1, steps.size()));
            });
  }

  private void report(TextMessage message, String callback) {
    if (callback.isEmpty()) {
      return;
    }
    Map<String, String> fields =
        Map.of(
            "MessageSid", message.sid(),
            "SmsSid", message.sid(),
            "AccountSid", exchange.account().sid(),
            "MessageStatus", message.status(),
            "SmsStatus", message.status(),
            "From", message.from(),
            "To", message.to(),
            "ApiVersion", Account.VERSION);
    exchange
        .notices()
        .tell(
            new Webhook(message.sid(), "sms", callback, "POST", fields, null),
            message.to(),
            message.status());
  }

  private Map<String, String> inboundFields(TextMessage message) {
    Map<String, String> fields = new HashMap<>();
    for (String name : List.of("MessageSid", "SmsSid", "SmsMessageSid")) {
      fields.put(name, message.sid());
    }
    fields.put("AccountSid", exchange.account().sid());
    fields.put("From", message.from());
    fields.put("To", message.to());
    fields.put("Body", message.body());
    fields.put("NumMedia", "0");
    fields.put("NumSegments", Integer.toString(message.segments()));
    fields.put("SmsStatus", "received");
    fields.put("ApiVersion", Account.VERSION);
    fields.put("FromCountry", "US");
    fields.put("ToCountry", "US");
    return fields;
  }

  /// The carrier's own answer to the words everybody knows.
  private Optional<String> keyword(String from, String body) {
    String word = body.strip().toUpperCase(Locale.ROOT);
    if (STOP.contains(word)) {
      stopped.add(from);
      exchange.ledger().write("sms_auto", "to", from, "word", "STOP");
      return Optional.of("STOP");
    }
    if (START.contains(word)) {
      stopped.remove(from);
      exchange.ledger().write("sms_auto", "to", from, "word", "START");
      return Optional.of("START");
    }
    if (HELP.contains(word)) {
      exchange.ledger().write("sms_auto", "to", from, "word", "HELP");
      return Optional.of("HELP");
    }
    return Optional.empty();
  }

  private void reply(TextMessage inbound, Answer answer) {
    if (!answer.taken() || answer.body().isBlank()) {
      return;
    }
    TwimlDocument document = TwimlReader.read(answer.body());
    document
        .breaches()
        .forEach(breach -> exchange.ledger().strict("twilio", breach, inbound.sid()));
    for (String text : document.messages()) {
      if (hasStopped(inbound.from())) {
        exchange.ledger().write("sms_refused", "to", inbound.from(), "body", text, "code", 21610);
      } else {
        TextMessage reply = add("outbound-reply", inbound.to(), inbound.from(), text, "queued");
        noteSent(reply);
        deliver(reply, "", List.of("sent", "delivered"));
      }
    }
  }
}
