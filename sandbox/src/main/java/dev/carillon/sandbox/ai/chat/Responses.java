package dev.carillon.sandbox.ai.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.carillon.sandbox.ai.brain.Step;
import dev.carillon.sandbox.ai.brain.Tools;
import dev.carillon.sandbox.speech.Phrases;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// `POST /v1/responses`.
final class Responses {
  private static final Set<String> MEMBERS =
      Set.of(
          ("model input instructions stream stream_options tools tool_choice parallel_tool_calls"
                  + " max_output_tokens max_tool_calls temperature top_p top_logprobs user text"
                  + " reasoning service_tier store metadata include previous_response_id prompt"
                  + " truncation background conversation safety_identifier prompt_cache_key")
              .split(" ", -1));
  private static final int MOST_KEPT = 1_000;

  private final Phrases phrases;
  private final InstantSource clock;
  private final LongSupplier numbers;
  private final Consumer<ChatModel.Asked> notes;
  private final Map<String, List<Thought.Line>> before = new LinkedHashMap<>();

  Responses(
      Phrases phrases, InstantSource clock, LongSupplier numbers, Consumer<ChatModel.Asked> notes) {
    this.phrases = phrases;
    this.clock = clock;
    this.numbers = numbers;
    this.notes = notes;
  }

  void answer(Context context) {
    JsonNode body = Json.body(context);
    Request.check(body, MEMBERS, "input");
    Thought.Prompt prompt = prompt(body);
    notes.accept(
        new ChatModel.Asked(
            "responses",
            body.path("model").asText(),
            body.at("/text/format/name").asText(""),
            prompt.whole().length()));
    Thought thought = Thought.about(prompt, phrases, clock);
    long number = numbers.getAsLong();
    ObjectNode response = shape(body, number, thought, prompt.whole());
    keep("resp_" + number, prompt.lines(), thought);
    if (body.path("stream").asBoolean()) {
      stream(context, response);
    } else {
      Json.answer(context, response);
    }
  }

  private Thought.Prompt prompt(JsonNode body) {
    List<Thought.Line> lines = new ArrayList<>(earlier(body.path("previous_response_id").asText()));
    lines.add(new Thought.Line("system", body.path("instructions").asText("")));
    JsonNode input = body.path("input");
    if (input.isTextual()) {
      lines.add(new Thought.Line("user", input.asText()));
    }
    for (JsonNode item : input) {
      lines.add(
          item.path("type").asText().equals("function_call_output")
              ? new Thought.Line("tool", item.path("output").asText())
              : new Thought.Line(
                  item.path("role").asText("assistant"), Request.text(item.path("content"))));
    }
    int place = 0;
    for (JsonNode tool : body.path("tools")) {
      String where = "tools[" + place++ + "]";
      if (tool.has("function")) {
        throw ApiError.missing(where + ".name");
      }
      Request.checkTool(tool, where);
    }
    JsonNode format = body.at("/text/format");
    return new Thought.Prompt(
        lines,
        Tools.declared(body.path("tools")),
        body.path("tool_choice"),
        Request.schema(format, format, "text.format"),
        format.path("type").asText().equals("json_object"));
  }

  private ObjectNode shape(JsonNode body, long number, Thought thought, String prompt) {
    ObjectNode response = Json.object();
    response.put("id", "resp_" + number).put("object", "response");
    response.put("created_at", clock.instant().getEpochSecond()).put("status", "completed");
    response.putNull("error").putNull("incomplete_details");
    response.put("model", body.path("model").asText());
    ArrayNode output = response.putArray("output");
    if (thought.text() != null) {
      ObjectNode message = output.addObject().put("id", "msg_" + number).put("type", "message");
      message.put("status", "completed").put("role", "assistant");
      message
          .putArray("content")
          .addObject()
          .put("type", "output_text")
          .put("text", thought.text())
          .putArray("annotations");
    }
    Step.Use tool = thought.tool();
    if (tool != null) {
      output
          .addObject()
          .put("id", "fc_" + number)
          .put("type", "function_call")
          .put("status", "completed")
          .put("call_id", "call_" + number)
          .put("name", tool.tool())
          .put("arguments", tool.arguments());
    }
    response.put("parallel_tool_calls", true);
    response.set("tools", body.path("tools").isArray() ? body.get("tools") : null);
    response.set("metadata", body.path("metadata").isObject() ? body.get("metadata") : null);
    int read = prompt.length() / 4 + 3;
    int written = thought.content().length() / 4 + 1;
    ObjectNode usage = response.putObject("usage");
    usage.put("input_tokens", read).putObject("input_tokens_details").put("cached_tokens", 0);
    usage
        .put("output_tokens", written)
        .putObject("output_tokens_details")
        .put("reasoning_tokens", 0);
    usage.put("total_tokens", read + written);
    return response;
  }

  private static void stream(Context context, ObjectNode response) {
    Stream stream = new Stream(Json.events(context));
    ObjectNode open = response.deepCopy().put("status", "in_progress").putNull("usage");
    open.putArray("output");
    stream.event("response.created", Json.object().set("response", open));
    stream.event("response.in_progress", Json.object().set("response", open));
    int place = 0;
    for (JsonNode item : response.path("output")) {
      stream.item((ObjectNode) item, place++);
    }
    stream.event("response.completed", Json.object().set("response", response));
  }

  private synchronized List<Thought.Line> earlier(String responseId) {
    return before.getOrDefault(responseId, List.of());
  }

  private synchronized void keep(String id, List<Thought.Line> lines, Thought thought) {
    List<Thought.Line> all = new ArrayList<>(lines);
    all.add(new Thought.Line("assistant", thought.content()));
    before.put(id, all);
    if (before.size() > MOST_KEPT) {
      before.remove(before.keySet().iterator().next());
    }
  }

  /// Numbers the events of one answer.
  private static final class Stream {
    private final Json.Events events;
    private int number;

    Stream(Json.Events events) {
      this.events = events;
    }

    void event(String type, ObjectNode members) {
      ObjectNode data = Json.object().put("type", type).put("sequence_number", number++);
      events.named(type, data.setAll(members));
    }

    void item(ObjectNode item, int place) {
      boolean call = item.path("type").asText().equals("function_call");
      ObjectNode added = item.deepCopy().put("status", "in_progress");
      if (call) {
        added.put("arguments", "");
      } else {
        added.putArray("content");
      }
      event("response.output_item.added", placed(place).set("item", added));
      ObjectNode where = placed(place).put("item_id", item.path("id").asText());
      if (call) {
        String kind = "response.function_call_arguments";
        String arguments = item.path("arguments").asText();
        Json.pieces(arguments)
            .forEach(piece -> event(kind + ".delta", where.deepCopy().put("delta", piece)));
        event(
            kind + ".done",
            where.deepCopy().put("name", item.path("name").asText()).put("arguments", arguments));
      } else {
        words(item, where.put("content_index", 0));
      }
      event("response.output_item.done", placed(place).set("item", item));
    }

    private void words(ObjectNode item, ObjectNode where) {
      ObjectNode part = item.path("content").path(0).deepCopy();
      String text = part.path("text").asText();
      event(
          "response.content_part.added",
          where.deepCopy().set("part", part.deepCopy().put("text", "")));
      Json.pieces(text)
          .forEach(
              piece -> event("response.output_text.delta", where.deepCopy().put("delta", piece)));
      event("response.output_text.done", where.deepCopy().put("text", text));
      event("response.content_part.done", where.deepCopy().set("part", part));
    }

    private static ObjectNode placed(int place) {
      return Json.object().put("output_index", place);
    }
  }
}
