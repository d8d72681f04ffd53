package dev.carillon.bridge.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.bridge.engine.RecordedEvents;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RealtimeReaderTest {
  private static final String MULAW =
      "{\"type\":\"session.updated\",\"session\":{\"audio\":{\"input\":{\"format\":{\"type\":\"audio/pcmu\"}},"
          + "\"output\":{\"format\":{\"type\":\"audio/pcmu\"}}}}}";

  private final RecordedEvents recorded = new RecordedEvents();
  private int configured;
  private final RealtimeReader reader = new RealtimeReader(recorded, () -> configured++);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"response.output_audio.delta\",\"event_id\":\"e\",\"response_id\":\"r1\",\"item_id\":\"i1\",\"output_index\":0,\"content_index\":0,\"delta\":\"//8=\"}",
        "{\"event_id\":\"e\",\"delta\":\"//8=\",\"item_id\":\"i1\",\"response_id\":\"r1\",\"type\":\"response.output_audio.delta\"}",
        "{ \"event_id\" : \"e\", \"type\" : \"response.output_audio.delta\","
            + " \"obfuscation\":\"x\\\"y\", \"response_id\" : \"r1\", \"item_id\" : \"i1\","
            + " \"delta\" : \"//8=\" }"
      })
  void speechIsFoundWhateverTheOrderOfTheKeys(String text) {
    read(text);

    assertThat(recorded.events).containsExactly("audio r1 i1 //8=");
  }

  @Test
  void theSessionIsReadyOnceItSoundsRight() {
    read(MULAW);
    read(MULAW);

    assertThat(recorded.events).containsExactly("ready");
    assertThat(configured).isOne();
  }

  @ParameterizedTest
  @CsvSource({"input", "output"})
  void aSessionInAnotherFormatIsNoUse(String side) {
    read(
        MULAW.replace(
            "\"" + side + "\":{\"format\":{\"type\":\"audio/pcmu\"",
            "\"" + side + "\":{\"format\":{\"type\":\"audio/pcm\""));

    assertThat(recorded.events).containsExactly("failed wrong_audio_format");
  }

  @Test
  void aToolIsWantedWhenItsArgumentsAreComplete() {
    read(
        "{\"type\":\"response.output_item.done\",\"item\":{\"type\":\"function_call\",\"status\":\"incomplete\",\"call_id\":\"c0\"}}");
    read(
        "{\"type\":\"response.output_item.done\",\"item\":{\"type\":\"function_call\",\"status\":\"completed\",\"call_id\":\"c1\",\"name\":\"opt_out\",\"arguments\":\"{}\"}}");

    assertThat(recorded.events).containsExactly("tool c1 opt_out {}");
  }

  @ParameterizedTest
  @CsvSource({"completed,COMPLETED", "cancelled,CANCELLED", "failed,FAILED", "incomplete,FAILED"})
  void theEndOfAResponseIsOneOfThree(String status, String ending) {
    read(
        "{\"type\":\"response.done\",\"response\":{\"id\":\"r1\",\"status\":\"%s\"}}"
            .formatted(status));

    assertThat(recorded.events).containsExactly("ended r1 " + ending);
  }

  @Test
  void theRestOfAConversationIsHandedOn() {
    read("{\"type\":\"response.created\",\"response\":{\"id\":\"r1\"}}");
    read(
        "{\"type\":\"response.output_audio_transcript.delta\",\"item_id\":\"i1\",\"delta\":\"He\"}");
    read(
        "{\"type\":\"response.output_audio_transcript.done\",\"item_id\":\"i1\",\"transcript\":\"Hello\"}");
    read("{\"type\":\"response.output_audio.done\",\"item_id\":\"i1\"}");
    read("{\"type\":\"input_audio_buffer.speech_started\",\"item_id\":\"t1\"}");
    read("{\"type\":\"input_audio_buffer.speech_stopped\",\"item_id\":\"t1\"}");
    read("{\"type\":\"input_audio_buffer.committed\",\"item_id\":\"t1\"}");
    read(
        "{\"type\":\"conversation.item.input_audio_transcription.completed\",\"item_id\":\"t1\",\"transcript\":\"Yes\"}");
    read("{\"type\":\"conversation.item.input_audio_transcription.failed\",\"item_id\":\"t2\"}");
    read("{\"type\":\"conversation.item.added\",\"item\":{\"type\":\"function_call_output\"}}");
    read("{\"type\":\"rate_limits.updated\",\"rate_limits\":[]}");

    assertThat(recorded.events)
        .containsExactly(
            "began r1",
            "words i1 He",
            "text i1 Hello",
            "audioDone i1",
            "personBegan",
            "personStopped",
            "turn t1",
            "turnText t1 Yes",
            "turnText t2 ",
            "toolResultTaken");
  }

  @Test
  void racesThatNoClientCanRuleOutHarmNothing() {
    read(MULAW);
    read("{\"type\":\"error\",\"error\":{\"code\":\"response_cancel_not_active\"}}");
    read("{\"type\":\"error\",\"error\":{\"code\":\"conversation_already_has_active_response\"}}");
    read("{\"type\":\"error\",\"error\":{\"type\":\"server_error\",\"code\":null}}");

    assertThat(recorded.events).containsExactly("ready", "refused");
  }

  @Test
  void anErrorBeforeTheSessionIsReadyIsTheEndOfIt() {
    read("{\"type\":\"error\",\"error\":{\"code\":\"unknown_parameter\"}}");

    assertThat(recorded.events).containsExactly("failed unknown_parameter");
  }

  @Test
  void whatIsNoJsonIsPassedOver() {
    read("not json");

    assertThat(recorded.events).isEmpty();
  }

  private void read(String text) {
    reader.read(Unpooled.copiedBuffer(text, StandardCharsets.UTF_8));
  }
}
