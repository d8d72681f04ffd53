package dev.carillon.sandbox.ai.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.carillon.sandbox.ai.brain.Step;
import dev.carillon.sandbox.ai.brain.Tools;
import dev.carillon.sandbox.speech.Phrases;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// `POST /v1/chat/completions`.
final class ChatCompletions {
  private static final Set<String> MEMBERS =
      Set.of(
          ("model messages stream stream_options tools tool_choice parallel_tool_calls"
                  + " max_completion_tokens max_tokens temperature top_p n stop presence_penalty"
                  + " frequency_penalty logit_bias logprobs top_logprobs user seed response_format"
                  + " reasoning_effort service_tier store metadata prediction modalities verbosity"
                  + " safety_identifier prompt_cache_key web_search_options audio")
              .split(" ", -1));
  private static final Set<String> ROLES =
      Set.of("system", "developer", "user", "assistant", "tool");

  private final Phrases phrases;
  private final InstantSource clock;
  private final LongSupplier numbers;
  private final Consumer<ChatModel.Asked> notes;

  ChatCompletions(
      Phrases phrases, InstantSource clock, LongSupplier numbers, Consumer<ChatModel.Asked> notes) {
    this.phrases = phrases;
    this.clock = clock;
    this.numbers = numbers;
    this.notes = notes;
  }

  void answer(Context context) {
    JsonNode body = Json.body(context);
    Request.check(body, MEMBERS, "messages");
    Thought.Prompt prompt = prompt(body);
    notes.accept(
        new ChatModel.Asked(
            "chat.completions",
            body.path("model").asText(),
            body.at("/response_format/json_schema/name").asText(""),
            prompt.whole().length()));
    Thought thought =
        Talk.is(prompt)
            ? Talk.next(body.path("messages"), prompt, phrases, clock)
            : Thought.about(prompt, phrases, clock);
    Reply reply =
        new Reply(
            numbers.getAsLong(),
            clock.instant().getEpochSecond(),
            body.path("model").asText(),
            thought,
            usage(prompt.whole(), thought.content()));
    if (body.path("stream").asBoolean()) {
      stream(context, reply, body.at("/stream_options/include_usage").asBoolean());
    } else {
      Json.answer(context, whole(reply));
    }
  }

  private static Thought.Prompt prompt(JsonNode body) {
    List<Thought.Line> lines = new ArrayList<>();
    Set<String> calls = new HashSet<>();
    int place = 0;
    for (JsonNode message : body.path("messages")) {
      checkMessage(message, "messages[" + place++ + "]", calls);
      lines.add(
          new Thought.Line(message.path("role").asText(), Request.text(message.path("content"))));
    }
    JsonNode format = body.path("response_format");
    return new Thought.Prompt(
        lines,
        Tools.declared(tools(body.path("tools"))),
        body.path("tool_choice"),
        Request.schema(format, format.path("json_schema"), "response_format"),
        format.path("type").asText().equals("json_object"));
  }

  private static void checkMessage(JsonNode message, String where, Set<String> calls) {
    String role = message.path("role").asText();
    if (!ROLES.contains(role)) {
      throw ApiError.invalid(
          "invalid_value",
          "Invalid value: '" + role + "' for " + where + ".role.",
          where + ".role");
    }
    message.path("tool_calls").forEach(call -> calls.add(call.path("id").asText()));
    if (role.equals("tool") && !calls.contains(message.path("tool_call_id").asText())) {
      throw ApiError.invalid(
          null,
          "Invalid parameter: messages with role 'tool' must be a response to a preceding message"
              + " with 'tool_calls'.",
          where + ".role");
    }
  }

  private static ArrayNode tools(JsonNode declared) {
    ArrayNode flat = JsonNodeFactory.instance.arrayNode();
    int place = 0;
    for (JsonNode tool : declared) {
      String where = "tools[" + place++ + "].function";
      if (!tool.path("function").isObject()) {
        throw ApiError.missing(where);
      }
      Request.checkTool(tool.path("function"), where);
      ObjectNode each = tool.path("function").deepCopy();
      flat.add(each.put("type", "function"));
    }
    return flat;
  }

  private static ObjectNode whole(Reply reply) {
    ObjectNode body = reply.head("chat.completion");
    ObjectNode choice = body.putArray("choices").addObject().put("index", 0);
    ObjectNode message = choice.putObject("message").put("role", "assistant");
    message.put("content", reply.thought.text()).putNull("refusal").putArray("annotations");
    Step.Use tool = reply.thought.tool();
    if (tool != null) {
      reply.call(message.putArray("tool_calls").addObject(), tool.tool(), tool.arguments());
    }
    choice.putNull("logprobs").put("finish_reason", reply.finish());
    body.set("usage", reply.usage);
    return body.put("service_tier", "default").putNull("system_fingerprint");
  }

  private static void stream(Context context, Reply reply, boolean withUsage) {
    Json.Events events = Json.events(context);
    ObjectNode opening = Json.object().put("role", "assistant");
    String text = reply.thought.text();
    opening.put("content", text == null ? null : "");
    events.data(reply.chunk(opening, null));
    for (String piece : Json.pieces(text == null ? "" : text)) {
      events.data(reply.chunk(Json.object().put("content", piece), null));
    }
    Step.Use tool = reply.thought.tool();
    if (tool != null) {
      ObjectNode first = Json.object();
      reply.call(first.putArray("tool_calls").addObject().put("index", 0), tool.tool(), "");
      events.data(reply.chunk(first, null));
      for (String piece : Json.pieces(tool.arguments())) {
        ObjectNode next = Json.object();
        next.putArray("tool_calls")
            .addObject()
            .put("index", 0)
            .putObject("function")
            .put("arguments", piece);
        events.data(reply.chunk(next, null));
      }
    }
    events.data(reply.chunk(Json.object(), reply.finish()));
    if (withUsage) {
      ObjectNode last = reply.head("chat.completion.chunk");
      last.putArray("choices");
      last.set("usage", reply.usage);
      events.data(last.toString());
    }
    events.data("[DONE]");
  }

  private static ObjectNode usage(String prompt, String answer) {
    int read = prompt.length() / 4 + 3;
    int written = answer.length() / 4 + 1;
    ObjectNode usage = Json.object();
    usage.put("prompt_tokens", read).put("completion_tokens", written);
    usage.put("total_tokens", read + written);
    usage.putObject("prompt_tokens_details").put("cached_tokens", 0).put("audio_tokens", 0);
    usage.putObject("completion_tokens_details").put("reasoning_tokens", 0);
    return usage;
  }

  private record Reply(long number, long made, String model, Thought thought, ObjectNode usage) {
    ObjectNode head(String object) {
      return Json.object()
          .put("id", "chatcmpl-" + number)
          .put("object", object)
          .put("created", made)
          .put("model", model);
    }

    String finish() {
      return thought.tool() == null ? "stop" : "tool_calls";
    }

    void call(ObjectNode into, String tool, String arguments) {
      into.put("id", "call_" + number).put("type", "function");
      into.putObject("function").put("name", tool).put("arguments", arguments);
    }

    String chunk(ObjectNode delta, @Nullable String finish) {
      ObjectNode chunk = head("chat.completion.chunk");
      ObjectNode choice = chunk.putArray("choices").addObject().put("index", 0);
      choice.set("delta", delta);
      choice.putNull("logprobs").put("finish_reason", finish);
      return chunk.toString();
    }
  }
}
