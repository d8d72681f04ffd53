package dev.carillon.sandbox.ai.realtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.carillon.sandbox.ai.brain.Step;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One response from its creation to `response.done`, its events in the documented order.
final class Response {
  private static final int PIECE = 12;

  private final String id;
  private final JsonNode params;
  private final Surroundings around;
  private final Consumer<Response> onOver;
  private final List<ObjectNode> output = new ArrayList<>();
  private @Nullable Utterance speaking;
  private @Nullable Item making;
  private int spokenMs;
  private boolean over;

  Response(JsonNode params, Surroundings around, Consumer<Response> onOver) {
    this.id = around.outlet.id("resp");
    this.params = params;
    this.around = around;
    this.onOver = onOver;
  }

  String id() {
    return id;
  }

  JsonNode params() {
    return params;
  }

  /// Whether it stands outside the conversation.
  boolean aside() {
    return params.path("conversation").asText().equals("none");
  }

  int spokenMs() {
    return spokenMs;
  }

  void created() {
    around.outlet.event("response.created", with("response", shape("in_progress", null)));
    if (around.stage.chance().nextInt(5) > 0) {
      ObjectNode limits = Outlet.members();
      limits
          .putArray("rate_limits")
          .addObject()
          .put("name", "tokens")
          .put("limit", 400_000)
          .put("remaining", 398_000)
          .put("reset_seconds", 0.3);
      around.outlet.event("rate_limits.updated", limits);
    }
  }

  /// Makes these parts one after another.
  void make(List<Step> steps) {
    make(steps, 0);
  }

  /// Ends it where it is.
  ///
  /// @param reason `turn_detected` or `client_cancelled`
  void cancel(String reason) {
    if (over) {
      return;
    }
    Item unfinished = making;
    if (speaking != null && unfinished != null) {
      speaking.stop();
      itemDone(unfinished, output.size() - 1);
    }
    done("cancelled", Outlet.members().put("type", "cancelled").put("reason", reason));
    if (unfinished != null && unfinished.spoken() && around.stage.chance().nextInt(3) == 0) {
      straggler(unfinished);
    }
  }

  private void fail() {
    ObjectNode details = Outlet.members().put("type", "failed");
    details.putObject("error").put("type", "server_error").put("code", "internal_error");
    done("failed", details);
  }

  private void make(List<Step> steps, int place) {
    if (over) {
      return;
    }
    if (place == steps.size()) {
      done("completed", null);
      return;
    }
    switch (steps.get(place)) {
      case Step.Say say -> say(say.text(), place, () -> make(steps, place + 1));
      case Step.Use use -> {
        use(use, place);
        make(steps, place + 1);
      }
    }
  }

  private void say(String text, int place, Runnable then) {
    ObjectNode shape = item("message").put("role", "assistant");
    shape.putArray("content");
    Item item = began(shape, place);
    ObjectNode where = where(item, place).put("content_index", 0);
    boolean audible = speaks();
    Utterance utterance =
        new Utterance(around.outlet, around.stage, around.config, item, where, text, audible);
    speaking = utterance;
    making = item;
    utterance.make(
        () -> {
          speaking = null;
          making = null;
          spokenMs += item.audioMs();
          itemDone(item, place);
          around.conversation.finish(item);
          then.run();
        },
        () -> {
          itemDone(item, place);
          fail();
        });
  }

  private void use(Step.Use use, int place) {
    String callId = around.outlet.id("call");
    ObjectNode shape = item("function_call").put("call_id", callId);
    shape.put("name", use.tool()).put("arguments", "");
    Item item = began(shape, place);
    String arguments = use.arguments();
    for (int from = 0; from < arguments.length(); from += PIECE) {
      String piece = arguments.substring(from, Math.min(arguments.length(), from + PIECE));
      around.outlet.event(
          "response.function_call_arguments.delta",
          where(item, place).put("call_id", callId).put("delta", piece));
    }
    around.outlet.event(
        "response.function_call_arguments.done",
        where(item, place)
            .put("call_id", callId)
            .put("name", use.tool())
            .put("arguments", arguments));
    shape.put("arguments", arguments).put("status", "completed");
    around
        .stage
        .notes()
        .write("ai_tool", "name", use.tool(), "arguments", arguments, "call", callId);
    itemDone(item, place);
    around.conversation.finish(item);
  }

  private ObjectNode item(String type) {
    return Outlet.members()
        .put("id", around.outlet.id("item"))
        .put("object", "realtime.item")
        .put("type", type)
        .put("status", "in_progress");
  }

  private Item began(ObjectNode shape, int place) {
    output.add(shape);
    ObjectNode members = Outlet.members().put("response_id", id).put("output_index", place);
    members.set("item", shape.deepCopy());
    around.outlet.event("response.output_item.added", members);
    return aside() ? new Item(shape) : around.conversation.begin(shape, null);
  }

  private void itemDone(Item item, int place) {
    ObjectNode members = Outlet.members().put("response_id", id).put("output_index", place);
    members.set("item", item.shape().deepCopy());
    around.outlet.event("response.output_item.done", members);
  }

  private ObjectNode where(Item item, int place) {
    return Outlet.members()
        .put("response_id", id)
        .put("item_id", item.id())
        .put("output_index", place);
  }

  /// Audio of a cancelled response that was already on its way.
  private void straggler(Item item) {
    String late = Base64.getEncoder().encodeToString(around.config.outputFormat().silence(100));
    around.outlet.event(
        "response.output_audio.delta",
        where(item, output.size() - 1).put("content_index", 0).put("delta", late));
  }

  private void done(String status, @Nullable ObjectNode details) {
    if (over) {
      return;
    }
    over = true;
    onOver.accept(this);
    ObjectNode shape = shape(status, details);
    shape.set("usage", usage());
    around.outlet.event("response.done", with("response", shape));
  }

  private boolean speaks() {
    JsonNode wanted = params.path("output_modalities").path(0);
    return wanted.isMissingNode() ? around.config.speaks() : wanted.asText().equals("audio");
  }

  private ObjectNode shape(String status, @Nullable ObjectNode details) {
    ObjectNode shape = Outlet.members();
    shape.put("object", "realtime.response").put("id", id).put("status", status);
    shape.set("status_details", details);
    ArrayNode items = shape.putArray("output");
    output.forEach(each -> items.add(each.deepCopy()));
    shape.put("conversation_id", aside() ? null : around.conversationId);
    shape.putArray("output_modalities").add(speaks() ? "audio" : "text");
    ObjectNode sound = shape.putObject("audio").putObject("output");
    sound.set("format", around.config.output().path("format").deepCopy());
    sound.put("voice", around.config.voice());
    shape.set("max_output_tokens", around.config.member("max_output_tokens"));
    shape.set("metadata", params.path("metadata").isObject() ? params.get("metadata") : null);
    shape.putNull("usage");
    return shape;
  }

  private ObjectNode usage() {
    int read = around.config.instructions().length() / 4 + 8;
    int heard = (int) (around.turns.heardMs() / 100);
    int written = output.size() * 12;
    int spoken = spokenMs / 50;
    ObjectNode usage = Outlet.members();
    usage.put("total_tokens", read + heard + written + spoken);
    usage.put("input_tokens", read + heard).put("output_tokens", written + spoken);
    ObjectNode input = usage.putObject("input_token_details");
    input.put("text_tokens", read).put("audio_tokens", heard).put("image_tokens", 0);
    input.put("cached_tokens", 0);
    input
        .putObject("cached_tokens_details")
        .put("text_tokens", 0)
        .put("audio_tokens", 0)
        .put("image_tokens", 0);
    usage.putObject("output_token_details").put("text_tokens", written).put("audio_tokens", spoken);
    return usage;
  }

  private static ObjectNode with(String member, ObjectNode value) {
    ObjectNode members = Outlet.members();
    members.set(member, value);
    return members;
  }

  /// What all responses of a session share.
  record Surroundings(
      Outlet outlet,
      Stage stage,
      SessionConfig config,
      Conversation conversation,
      TurnTaking turns,
      String conversationId) {}
}
