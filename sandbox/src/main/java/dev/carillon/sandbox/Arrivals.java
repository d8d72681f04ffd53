package dev.carillon.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.carillon.sandbox.carrier.Account;
import dev.carillon.sandbox.carrier.Calls;
import dev.carillon.sandbox.carrier.Form;
import dev.carillon.sandbox.carrier.Messages;
import dev.carillon.sandbox.carrier.NumberSetup;
import dev.carillon.sandbox.carrier.webhook.Answer;
import dev.carillon.sandbox.carrier.webhook.WebhookSignature;
import dev.carillon.sandbox.carrier.webhook.Webhooks;
import dev.carillon.sandbox.clock.WorldClock;
import dev.carillon.sandbox.people.Script;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Has people phone and text the customer, and strangers send callbacks that the carrier never
/// sent.
final class Arrivals {
  private static final int PATIENCE_SECONDS = 60;

  private final ObjectMapper json = new ObjectMapper();
  private final Account account;
  private final Calls calls;
  private final Messages messages;
  private final NumberSetup number;
  private final Webhooks webhooks;
  private final WorldClock clock;

  Arrivals(
      Account account,
      Calls calls,
      Messages messages,
      NumberSetup number,
      Webhooks webhooks,
      WorldClock clock) {
    this.account = account;
    this.calls = calls;
    this.messages = messages;
    this.number = number;
    this.webhooks = webhooks;
    this.clock = clock;
  }

  void addTo(RoutesConfig routes) {
    routes.post("/sandbox/inbound-calls", this::phone);
    routes.post("/sandbox/inbound-texts", this::text);
    routes.post("/sandbox/forged-callbacks", this::forge);
  }

  /// `{from, to?, script?, url?}`
  private void phone(Context context) throws JsonProcessingException {
    JsonNode wish = json.readTree(context.body());
    Form form =
        Form.of(
            Map.of(
                "From", required(wish, "from"),
                "To", wish.path("to").asText(account.phoneNumber()),
                "Url", wish.path("url").asText(number.voiceUrl())));
    Optional<Script> script =
        wish.hasNonNull("script")
            ? Optional.of(Script.named(wish.path("script").asText()))
            : Optional.empty();
    String sid = clock.ask(() -> calls.receive(form, script).sid());
    answer(context, Map.of("sid", sid));
  }

  /// `{from, body, to?, url?}`; answers with what the customer answered.
  private void text(Context context)
      throws JsonProcessingException, InterruptedException, ExecutionException, TimeoutException {
    JsonNode wish = json.readTree(context.body());
    CompletableFuture<Answer> answered = new CompletableFuture<>();
    String sid =
        clock.ask(() ->
            messages
                .receive(
                    required(wish, "from"),
                    wish.path("to").asText(account.phoneNumber()),
                    wish.path("body").asText(),
                    wish.path("url").asText(number.smsUrl()),
                    answered::complete)
                .sid());
    Answer answer = answered.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    answer(context, Map.of("sid", sid, "http", answer.status(), "body", answer.body()));
  }

  /// `{url, params, signature: none|wrong|other_url|other_params|right}`
  private void forge(Context context) throws JsonProcessingException {
    JsonNode wish = json.readTree(context.body());
    String url = required(wish, "url");
    Map<String, String> form = new HashMap<>();
    wish.path("params").properties().forEach(p -> form.put(p.getKey(), p.getValue().asText()));
    Answer answer =
        webhooks.forge(url, form, signature(wish.path("signature").asText("none"), url, form));
    answer(context, Map.of("http", answer.status(), "body", answer.body()));
  }

  private @Nullable String signature(String manner, String url, Map<String, String> form) {
    WebhookSignature right = new WebhookSignature(account.authToken());
    return switch (manner) {
      case "none" -> null;
      case "wrong" -> new WebhookSignature(account.authToken() + "x").of(url, form);
      case "other_url" -> right.of(url + "x", form);
      case "other_params" -> {
        Map<String, String> other = new HashMap<>(form);
        other.put("CallStatus", "elsewhere");
        yield right.of(url, other);
      }
      case "right" -> right.of(url, form);
      default -> throw new IllegalArgumentException("no manner of signing is called " + manner);
    };
  }

  private static String required(JsonNode wish, String field) {
    if (!wish.path(field).isTextual()) {
      throw new IllegalArgumentException("'" + field + "' is missing");
    }
    return wish.path(field).asText();
  }

  private void answer(Context context, Map<String, ?> body) throws JsonProcessingException {
    context.contentType("application/json").result(json.writeValueAsString(body));
  }
}
