package dev.carillon.sandbox.ai.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictnessTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          not json                                                       | invalid_json               |
          []                                                             | invalid_value              | type
          {"type":"session.start"}                                       | invalid_value              | type
          {"type":"response.create","extra":1}                           | unknown_parameter          | extra
          {"type":"session.update"}                                      | missing_required_parameter | session
          {"type":"session.update","session":{}}                         | missing_required_parameter | session.type
          {"type":"session.update","session":{"type":"transcription"}}   | invalid_value              | session.type
          {"type":"session.update","session":{"type":"realtime","voice":"alloy"}} | unknown_parameter | session.voice
          {"type":"session.update","session":{"type":"realtime","modalities":["audio"]}} | unknown_parameter | session.modalities
          {"type":"session.update","session":{"type":"realtime","input_audio_format":"g711_ulaw"}} | unknown_parameter | session.input_audio_format
          {"type":"session.update","session":{"type":"realtime","turn_detection":null}} | unknown_parameter | session.turn_detection
          {"type":"session.update","session":{"type":"realtime","temperature":0.8}} | unknown_parameter | session.temperature
          {"type":"session.update","session":{"type":"realtime","instructions":7}} | invalid_type | session.instructions
          {"type":"session.update","session":{"type":"realtime","output_modalities":["audio","text"]}} | invalid_value | session.output_modalities
          {"type":"session.update","session":{"type":"realtime","audio":{"input":{"format":"g711_ulaw"}}}} | invalid_type | session.audio.input.format
          {"type":"session.update","session":{"type":"realtime","audio":{"input":{"format":{"type":"g711_ulaw"}}}}} | invalid_value | session.audio.input.format.type
          {"type":"session.update","session":{"type":"realtime","audio":{"input":{"format":{"type":"audio/pcmu","rate":8000}}}}} | unknown_parameter | session.audio.input.format.rate
          {"type":"session.update","session":{"type":"realtime","audio":{"input":{"format":{"type":"audio/pcm","rate":8000}}}}} | invalid_value | session.audio.input.format.rate
          {"type":"session.update","session":{"type":"realtime","audio":{"output":{"voice":"bella"}}}} | invalid_value | session.audio.output.voice
          {"type":"session.update","session":{"type":"realtime","audio":{"output":{"speed":2}}}} | invalid_value | session.audio.output.speed
          {"type":"session.update","session":{"type":"realtime","audio":{"input":{"turn_detection":{"type":"vad"}}}}} | invalid_value | session.audio.input.turn_detection.type
          {"type":"session.update","session":{"type":"realtime","audio":{"input":{"turn_detection":{"type":"server_vad","eagerness":"low"}}}}} | unknown_parameter | session.audio.input.turn_detection.eagerness
          {"type":"session.update","session":{"type":"realtime","audio":{"input":{"turn_detection":{"type":"server_vad","threshold":"0.5"}}}}} | invalid_type | session.audio.input.turn_detection.threshold
          {"type":"session.update","session":{"type":"realtime","audio":{"input":{"turn_detection":{"type":"server_vad","idle_timeout_ms":1000}}}}} | invalid_value | session.audio.input.turn_detection.idle_timeout_ms
          {"type":"session.update","session":{"type":"realtime","tools":[{"type":"function","function":{"name":"x"}}]}} | unknown_parameter | session.tools[0].function
          {"type":"session.update","session":{"type":"realtime","tools":[{"type":"function","name":"two words"}]}} | invalid_value | session.tools[0].name
          {"type":"session.update","session":{"type":"realtime","tools":[{"type":"function","name":"x","parameters":{"type":"string"}}]}} | invalid_function_parameters | session.tools[0].parameters
          {"type":"response.create","response":{"modalities":["text"]}} | unknown_parameter | response.modalities
          {"type":"response.create","response":{"conversation":"other"}} | invalid_value | response.conversation
          {"type":"input_audio_buffer.append","audio":"***"} | invalid_value | audio
          {"type":"input_audio_buffer.append"} | missing_required_parameter | audio
          {"type":"input_audio_buffer.commit"} | input_audio_buffer_commit_empty |
          {"type":"conversation.item.create","item":{"type":"message","role":"user","content":[{"type":"text","text":"hi"}]}} | invalid_value | item.content[0].type
          {"type":"conversation.item.create","item":{"type":"message","role":"assistant","content":[{"type":"input_text","text":"hi"}]}} | invalid_value | item.content[0].type
          {"type":"conversation.item.create","item":{"type":"function_call_output","call_id":"call_x","output":"{}"}} | invalid_tool_call_id | item.call_id
          {"type":"conversation.item.create","previous_item_id":"none","item":{"type":"message","role":"user","content":[]}} | invalid_value | previous_item_id
          {"type":"conversation.item.truncate","item_id":"item_x","content_index":0,"audio_end_ms":0} | item_not_found | item_id
          {"type":"conversation.item.delete","item_id":"item_x"} | item_not_found | item_id
          {"type":"response.cancel"} | response_cancel_not_active |
          {"type":"output_audio_buffer.clear"} | invalid_event | type
          """)
  void eachWrongEventGetsItsError(String event, String code, String param) {
    Client client = Client.open();

    client.send(event);

    assertThat(client.error().path("type").asText()).isEqualTo("invalid_request_error");
    assertThat(client.error().path("code").asText()).isEqualTo(code);
    assertThat(client.error().path("param").textValue()).isEqualTo(param);
  }

  @Test
  void anErrorNamesTheEventThatCausedIt() {
    Client client = Client.open();

    client.send("{\"type\":\"session.update\",\"event_id\":\"mine\",\"session\":{\"kind\":1}}");

    assertThat(client.error().path("event_id").asText()).isEqualTo("mine");
    assertThat(client.notes).anyMatch(note -> note.startsWith("strict"));
  }

  @Test
  void aSecondResponseIsRefusedWhileOneIsBeingMade() {
    Client client = Client.onPhone("null");
    client.send("{\"type\":\"response.create\"}");

    client.send("{\"type\":\"response.create\"}");

    assertThat(client.error().path("code").asText())
        .isEqualTo("conversation_already_has_active_response");
    client.send("{\"type\":\"response.create\",\"response\":{\"conversation\":\"none\"}}");
    assertThat(client.types().stream().filter("response.created"::equals)).hasSize(2);
  }

  @Test
  void theVoiceStaysOnceSomethingWasSaid() {
    Client client = Client.onPhone("null");
    client.send("{\"type\":\"response.create\"}");
    client.pass(2_000);

    client.send(
        """
        {"type":"session.update","session":{"type":"realtime","audio":{"output":{"voice":"cedar"}}}}\
        """);

    assertThat(client.error().path("code").asText()).isEqualTo("cannot_update_voice");
  }

  @Test
  void onlyWhatTheAssistantSpokeCanBeTruncated() {
    Client client = Client.onPhone("null");
    client.send(
        """
        {"type":"conversation.item.create","item":{"id":"item_mine","type":"message","role":"user","content":[{"type":"input_text","text":"hi"}]}}\
        """);

    client.send(
        """
        {"type":"conversation.item.truncate","item_id":"item_mine","content_index":0,"audio_end_ms":0}\
        """);

    assertThat(client.error().path("code").asText()).isEqualTo("unsupported_content_type");
  }
}
