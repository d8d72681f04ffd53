package dev.carillon.sandbox.ai.chat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.carillon.sandbox.speech.Phrases;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// The routes of the text models.
public final class ChatModel {
  private static final List<String> MODELS =
      List.of("gpt-realtime-2.1", "gpt-realtime-2.1-mini", "gpt-5.5", "gpt-5-mini", "gpt-5-nano");

  private final ChatCompletions completions;
  private final Responses responses;

  /// @param notes takes one line for each request: endpoint, model, size of the prompt
  public ChatModel(Phrases phrases, InstantSource clock, Consumer<Asked> notes) {
    AtomicLong numbers = new AtomicLong();
    completions = new ChatCompletions(phrases, clock, numbers::incrementAndGet, notes);
    responses = new Responses(phrases, clock, numbers::incrementAndGet, notes);
  }

  /// Adds its routes; `guard` runs before each and may throw [ApiError].
  public void addTo(RoutesConfig routes, Consumer<Context> guard) {
    routes.get("/v1/models", context -> models(context, guard));
    routes.get(
        "/v1/models/{model}",
        context -> {
          guard.accept(context);
          Json.answer(context, model(context.pathParam("model")));
        });
    routes.post(
        "/v1/chat/completions",
        context -> {
          guard.accept(context);
          completions.answer(context);
        });
    routes.post(
        "/v1/responses",
        context -> {
          guard.accept(context);
          responses.answer(context);
        });
  }

  private static void models(Context context, Consumer<Context> guard) {
    guard.accept(context);
    ObjectNode list = JsonNodeFactory.instance.objectNode().put("object", "list");
    ArrayNode data = list.putArray("data");
    MODELS.forEach(name -> data.add(model(name)));
    Json.answer(context, list);
  }

  private static ObjectNode model(String name) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", name)
        .put("object", "model")
        .put("created", 1_756_000_000)
        .put("owned_by", "openai");
  }

  /// One request, for the ledger.
  public record Asked(String endpoint, String model, String schema, int chars) {}
}
