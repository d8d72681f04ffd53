package dev.carillon.bridge.openai;

import static dev.carillon.bridge.json.JsonMembers.ascii;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.carillon.bridge.engine.EngineEvents;
import dev.carillon.bridge.json.JsonMembers;
import dev.carillon.call.ToolUse;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns server events into [EngineEvents]. Speech, fifty times as frequent as everything else
/// together, is handed on as a piece of the message it came in; the rest is read as a tree.
final class RealtimeReader {
  private static final Logger log = LoggerFactory.getLogger(RealtimeReader.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final byte[] TYPE = ascii("type");
  private static final byte[] RESPONSE_ID = ascii("response_id");
  private static final byte[] ITEM_ID = ascii("item_id");
  private static final byte[] DELTA = ascii("delta");
  private static final byte[] AUDIO_DELTA = ascii("response.output_audio.delta");

  private final EngineEvents events;
  private final Runnable whenConfigured;
  private final JsonMembers members = new JsonMembers();
  private final KnownId responseId = new KnownId();
  private final KnownId itemId = new KnownId();
  private final RealtimeUsage usage;
  private boolean configured;

  /// @param whenConfigured told before anybody else that the session takes mu-law now
  RealtimeReader(EngineEvents events, Runnable whenConfigured) {
    this.events = events;
    this.usage = new RealtimeUsage(events);
    this.whenConfigured = whenConfigured;
  }

  /// Takes one message; `frame` stays the caller's.
  void read(ByteBuf frame) {
    if (!readAudio(frame)) {
      readTree(frame);
    }
  }

  private boolean readAudio(ByteBuf frame) {
    boolean audio = false;
    int from = -1;
    int to = -1;
    members.over(frame, frame.readerIndex(), frame.writerIndex());
    while (members.next(frame)) {
      if (members.keyIs(frame, TYPE)) {
        audio = members.valueIs(frame, AUDIO_DELTA);
        if (!audio) {
          return false;
        }
      } else if (members.keyIs(frame, RESPONSE_ID)) {
        responseId.take(frame, members);
      } else if (members.keyIs(frame, ITEM_ID)) {
        itemId.take(frame, members);
      } else if (members.keyIs(frame, DELTA)) {
        from = members.valueStart();
        to = members.valueEnd();
      }
    }
    if (!audio || members.broken() || to <= from) {
      return false;
    }
    events.audio(responseId.text(), itemId.text(), frame, from, to - from);
    return true;
  }

  private void readTree(ByteBuf frame) {
    try (InputStream in = new ByteBufInputStream(frame.slice())) {
      dispatch(JSON.readTree(in));
    } catch (IOException _) {
      log.atWarn().log("the voice engine sent what is no JSON");
    }
  }

  private void dispatch(JsonNode event) {
    var item = event.path("item_id").asText();
    switch (event.path("type").asText()) {
      case "session.updated" -> updated(event.path("session"));
      case "response.created" -> events.responseBegan(event.path("response").path("id").asText());
      case "response.output_audio.done" -> events.audioDone(item);
      case "response.output_audio_transcript.delta" ->
          events.words(item, event.path("delta").asText());
      case "response.output_audio_transcript.done" ->
          events.wholeText(item, event.path("transcript").asText());
      case "response.output_item.done" -> outputItem(event.path("item"));
      case "response.done" -> responseDone(event.path("response"));
      case "conversation.item.added" -> itemAdded(event.path("item"));
      case "input_audio_buffer.speech_started" -> events.personBegan();
      case "input_audio_buffer.speech_stopped" -> events.personStopped();
      case "input_audio_buffer.committed" -> events.turnTaken(item);
      case "conversation.item.input_audio_transcription.completed" -> transcribed(item, event);
      case "conversation.item.input_audio_transcription.failed" -> events.turnText(item, "");
      case "error" -> error(event.path("error"));
      default -> {
        // The provider may add events at any time; what we do not know does not concern the call.
      }
    }
  }

  private void transcribed(String item, JsonNode event) {
    events.turnText(item, event.path("transcript").asText());
    usage.transcription(event.path("usage"));
  }

  private void updated(JsonNode session) {
    var audio = session.path("audio");
    usage.of(session);
    if (!isMulaw(audio.path("input")) || !isMulaw(audio.path("output"))) {
      events.failed("wrong_audio_format");
    } else if (!configured) {
      configured = true;
      whenConfigured.run();
      events.ready();
    }
  }

  private static boolean isMulaw(JsonNode side) {
    return "audio/pcmu".equals(side.path("format").path("type").asText());
  }

  private void outputItem(JsonNode item) {
    if ("function_call".equals(item.path("type").asText())
        && "completed".equals(item.path("status").asText())) {
      events.toolWanted(
          new ToolUse(
              item.path("call_id").asText(),
              item.path("name").asText(),
              item.path("arguments").asText()));
    }
  }

  private void itemAdded(JsonNode item) {
    if ("function_call_output".equals(item.path("type").asText())) {
      events.toolResultTaken();
    }
  }

  private void responseDone(JsonNode response) {
    var ending =
        switch (response.path("status").asText()) {
          case "completed" -> EngineEvents.Ending.COMPLETED;
          case "cancelled" -> EngineEvents.Ending.CANCELLED;
          default -> EngineEvents.Ending.FAILED;
        };
    if (ending == EngineEvents.Ending.FAILED) {
      log.atWarn()
          .addKeyValue("reason", response.path("status_details").path("reason").asText())
          .addKeyValue("code", response.path("status_details").path("error").path("code").asText())
          .log("a response of the voice engine failed");
    }
    events.responseEnded(response.path("id").asText(), ending);
    usage.response(response.path("usage"));
  }

  private void error(JsonNode error) {
    var code = error.path("code").asText();
    switch (code) {
      case "conversation_already_has_active_response" -> events.responseRefused();
      // A race that no client can rule out: what was to be stopped had just ended.
      case "response_cancel_not_active" -> {}
      default -> {
        log.atWarn()
            .addKeyValue("code", code)
            .addKeyValue("kind", error.path("type").asText())
            .addKeyValue("param", error.path("param").asText())
            .log("the voice engine reports an error");
        if (!configured) {
          events.failed(code.isEmpty() ? "error_event" : code);
        }
      }
    }
  }

  /// An id that is the same in message after message, so that its string is made once.
  private static final class KnownId {
    private byte[] bytes = new byte[0];
    private String text = "";

    void take(ByteBuf frame, JsonMembers members) {
      if (!JsonMembers.same(frame, members.valueStart(), members.valueEnd(), bytes)) {
        text = members.value(frame);
        bytes = ascii(text);
      }
    }

    String text() {
      return text;
    }
  }
}
