package dev.carillon.sandbox.ai.realtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.carillon.sandbox.ai.brain.Brain;
import dev.carillon.sandbox.ai.brain.Facts;
import dev.carillon.sandbox.ai.brain.Tools;
import dev.carillon.sandbox.speech.Phrases;
import dev.carillon.sandbox.speech.Understanding;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// One connection to the voice AI. All of it happens on the clock's thread.
public final class RealtimeSession implements TurnTaking.Model {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_AUDIO = 15 << 20;
  private static final int MOST_THINKING_MS = 180;
  private static final Set<String> RACES =
      Set.of("response_cancel_not_active", "conversation_already_has_active_response");

  private final Stage stage;
  private final Wire wire;
  private final Phrases phrases;
  private final Flaw flaw;
  private final Outlet outlet;
  private final SessionConfig config;
  private final ItemEvents items;
  private final TurnTaking turns;
  private final Brain brain;
  private final Response.Surroundings surroundings;
  private @Nullable Response active;
  private boolean hasSpoken;
  private boolean closed;

  public RealtimeSession(Stage stage, Wire wire, String model, Phrases phrases, Flaw flaw) {
    this.stage = stage;
    this.wire = wire;
    this.phrases = phrases;
    this.flaw = flaw;
    this.outlet = new Outlet(wire, stage.chance());
    this.config = new SessionConfig(outlet.id("sess"), model, stage.clock().now().getEpochSecond());
    Conversation conversation = new Conversation(outlet);
    this.turns = new TurnTaking(config, outlet, conversation, stage, this);
    this.brain = new Brain(phrases, facts());
    this.items = new ItemEvents(conversation, brain, outlet, stage.notes());
    this.surroundings =
        new Response.Surroundings(outlet, stage, config, conversation, turns, outlet.id("conv"));
  }

  /// The connection is open.
  public void opened() {
    tellSession("session.created");
    switch (flaw) {
      case Flaw.CloseMidCall close -> stage.clock().after(close.after(), () -> drop(close.code()));
      case Flaw.ErrorEvent error ->
          stage
              .clock()
              .after(
                  error.after(),
                  () ->
                      outlet.error(
                          "server_error",
                          "internal_error",
                          "The server had an error while processing your request.",
                          null,
                          null));
      case Flaw.Stall _ -> outlet.fallSilent();
      case Flaw.None _, Flaw.Slow _, Flaw.LateSessionUpdated _, Flaw.NoSessionUpdated _ -> {}
    }
  }

  /// The connection is gone.
  public void closed(int code) {
    if (!closed) {
      closed = true;
      outlet.fallSilent();
      stage.notes().write("ai_close", "code", code);
    }
  }

  /// One message of the client.
  public void take(String text) {
    if (closed) {
      return;
    }
    @Nullable String eventId = null;
    try {
      JsonNode event = JSON.readTree(text);
      eventId = event.path("event_id").textValue();
      ClientEvents.check(event);
      handle(event);
    } catch (JsonProcessingException e) {
      refuse(
          new Invalid("invalid_json", "We could not parse the JSON body of your message.", null),
          null);
    } catch (Invalid e) {
      refuse(e, eventId);
    }
  }

  /// A binary message, which this interface does not know.
  public void takeBinary() {
    refuse(new Invalid("invalid_event", "Binary messages are not supported.", null), null);
  }

  private void handle(JsonNode event) {
    switch (event.path("type").asText()) {
      case "session.update" -> update(event);
      case "input_audio_buffer.append" -> append(event);
      case "input_audio_buffer.commit" -> turns.commit();
      case "input_audio_buffer.clear" -> turns.clear();
      case "conversation.item.create" -> items.create(event);
      case "conversation.item.truncate" -> items.truncate(event);
      case "conversation.item.delete" -> items.delete(event);
      case "conversation.item.retrieve" -> items.retrieve(event);
      case "response.create" -> respond(event);
      case "response.cancel" -> cancel(event);
      default ->
          throw new Invalid(
              "invalid_event", "This event is for WebRTC and SIP sessions only.", "type");
    }
  }

  private void update(JsonNode event) {
    Shape.needs(event, "", "session");
    JsonNode given = event.path("session");
    SessionShape.checkSession(given);
    JsonNode voice = given.at("/audio/output/voice");
    if (hasSpoken && voice.isTextual() && !voice.asText().equals(config.voice())) {
      throw new Invalid(
          "cannot_update_voice",
          "Cannot update a conversation's voice if assistant audio is present.",
          "session.audio.output.voice");
    }
    config.update(given);
    turns.configured();
    brain.instructed(facts());
    facts().business().ifPresent(name -> phrases.learnName("business", name));
    stage
        .notes()
        .write(
            "ai_update",
            "tools",
            List.copyOf(new TreeSet<>(config.tools().schemas().keySet())),
            "voice",
            config.voice(),
            "turns",
            config.turnDetection().toString());
    switch (flaw) {
      case Flaw.NoSessionUpdated _ -> {}
      case Flaw.LateSessionUpdated late ->
          stage.clock().after(late.late(), () -> tellSession("session.updated"));
      case Flaw.None _, Flaw.CloseMidCall _, Flaw.Stall _, Flaw.ErrorEvent _, Flaw.Slow _ ->
          tellSession("session.updated");
    }
  }

  private void append(JsonNode event) {
    Shape.needs(event, "", "audio");
    String audio = event.path("audio").asText();
    if (!event.path("audio").isTextual() || audio.length() > MOST_AUDIO / 3 * 4) {
      throw Invalid.value("audio", "expected base64-encoded audio of at most 15 MiB.");
    }
    try {
      turns.hear(Base64.getDecoder().decode(audio));
    } catch (IllegalArgumentException e) {
      throw Invalid.value("audio", "expected base64-encoded audio bytes.");
    }
  }

  private void respond(JsonNode event) {
    JsonNode params = event.has("response") ? event.get("response") : Outlet.members();
    SessionShape.checkResponse(params);
    boolean aside = params.path("conversation").asText().equals("none");
    if (active != null && !aside) {
      throw new Invalid(
          "conversation_already_has_active_response",
          "Conversation already has an active response in progress: %s. Wait until the response is"
                  .formatted(active.id())
              + " finished before creating a new one.",
          null);
    }
    begin(params);
  }

  private void cancel(JsonNode event) {
    String wanted = event.path("response_id").asText("");
    if (active == null || !(wanted.isEmpty() || wanted.equals(active.id()))) {
      throw new Invalid(
          "response_cancel_not_active", "Cancellation failed: no active response found", null);
    }
    brain.cutOff();
    active.cancel("client_cancelled");
  }

  private void begin(JsonNode params) {
    Response response = new Response(params, surroundings, this::over);
    if (!response.aside()) {
      active = response;
    }
    response.created();
    Duration latency = stage.thinking().plusMillis(stage.chance().nextInt(MOST_THINKING_MS));
    if (flaw instanceof Flaw.Slow slow) {
      latency = latency.plus(slow.more());
    }
    stage.clock().after(latency, () -> turns.whenUnderstood(() -> make(response)));
  }

  private void make(Response response) {
    if (closed || (!response.aside() && active != response)) {
      return;
    }
    hasSpoken = true;
    JsonNode params = response.params();
    Tools tools = params.has("tools") ? Tools.declared(params.get("tools")) : config.tools();
    String choice = params.path("tool_choice").asText(config.toolChoice());
    response.make(
        brain.next(
            choice.equals("none") ? Tools.NONE : tools, params.path("instructions").asText()));
  }

  private void over(Response response) {
    if (active == response) {
      active = null;
      turns.assistantSpokeUntil(turns.heardMs() + response.spokenMs());
    }
  }

  private void refuse(Invalid wrong, @Nullable String eventId) {
    if (!RACES.contains(wrong.code())) {
      stage.notes().write("strict", "who", "openai", "what", wrong.code() + ": " + wrong.shown());
    }
    outlet.error("invalid_request_error", wrong.code(), wrong.shown(), wrong.param(), eventId);
  }

  private void drop(int code) {
    stage.notes().write("ai_fault", "kind", "close_mid_call", "code", code);
    if (code == 1006) {
      wire.abort();
    } else {
      wire.close(code);
    }
  }

  private void tellSession(String type) {
    ObjectNode members = Outlet.members();
    members.set("session", config.json());
    outlet.event(type, members);
  }

  private Facts facts() {
    return new Facts(config.instructions(), stage.clock()::now);
  }

  @Override
  public void interrupt() {
    if (active != null) {
      brain.cutOff();
      active.cancel("turn_detected");
    }
  }

  @Override
  public void respond() {
    if (active == null) {
      begin(Outlet.members());
    }
  }

  @Override
  public boolean responding() {
    return active != null;
  }

  @Override
  public void heard(Understanding turn) {
    brain.heard(turn);
  }
}
