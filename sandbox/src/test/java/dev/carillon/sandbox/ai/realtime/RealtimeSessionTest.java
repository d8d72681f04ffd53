package dev.carillon.sandbox.ai.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class RealtimeSessionTest {
  private static final String SERVER_VAD = "{\"type\":\"server_vad\",\"silence_duration_ms\":500}";
  private static final List<String> MESSAGE =
      List.of(
          "response.created",
          "response.output_item.added",
          "conversation.item.added",
          "response.content_part.added",
          "response.output_audio.done",
          "response.output_audio_transcript.done",
          "response.content_part.done",
          "response.output_item.done",
          "conversation.item.done",
          "response.done");

  @Test
  void aSessionBeginsWithTheProvidersDefaultsAndKeepsThemBesideWhatIsGiven() {
    Client client = Client.open();
    JsonNode created = client.last("session.created").path("session");
    assertThat(created.at("/audio/input/format/type").asText()).isEqualTo("audio/pcm");
    assertThat(created.at("/audio/input/turn_detection/silence_duration_ms").asInt())
        .isEqualTo(200);

    client.send(
        """
        {"type":"session.update","session":{"type":"realtime","audio":{"input":{"format":{"type":"audio/pcmu"},
         "turn_detection":{"type":"server_vad","threshold":0.7}}}}}\
        """);

    JsonNode updated = client.last("session.updated").path("session");
    assertThat(updated.at("/audio/input/format").toString()).isEqualTo("{\"type\":\"audio/pcmu\"}");
    assertThat(updated.at("/audio/output/format/type").asText()).isEqualTo("audio/pcm");
    assertThat(updated.at("/audio/output/voice").asText()).isEqualTo("marin");
    assertThat(updated.at("/audio/input/turn_detection/threshold").asDouble()).isEqualTo(0.7);
    assertThat(updated.at("/audio/input/turn_detection/silence_duration_ms").asInt())
        .isEqualTo(500);
    assertThat(updated.at("/audio/input/turn_detection/create_response").asBoolean()).isTrue();
  }

  @Test
  void aGreetingComesInTheDocumentedOrder() {
    Client client = Client.onPhone(SERVER_VAD);
    client.events.clear();

    client.send("{\"type\":\"response.create\"}");
    client.pass(2_000);

    assertThat(client.milestones()).isEqualTo(MESSAGE);
    JsonNode done = client.last("response.done").path("response");
    assertThat(done.path("status").asText()).isEqualTo("completed");
    assertThat(done.at("/output/0/content/0/transcript").asText()).isEqualTo("Hello from Acme.");
    assertThat(done.at("/usage/output_token_details/audio_tokens").asInt()).isPositive();
    assertThat(audioMs(client)).isEqualTo("Hello from Acme.".length() * 60);
  }

  @Test
  void theOrderOfMembersDiffers() {
    Client client = Client.onPhone(SERVER_VAD);

    client.send("{\"type\":\"response.create\"}");
    client.pass(2_000);

    assertThat(client.events)
        .extracting(event -> event.fieldNames().next())
        .contains("type", "event_id");
  }

  @Test
  void whatIsToBeSaidWordForWordIsSaid() {
    Client client = Client.onPhone(SERVER_VAD);

    client.send(
        """
        {"type":"response.create","response":{"tool_choice":"none",
         "instructions":"Say exactly this, and nothing else: Hello, this is the AI assistant of Acme."}}\
        """);
    client.pass(5_000);

    assertThat(client.last("response.output_audio_transcript.done").path("transcript").asText())
        .isEqualTo("Hello, this is the AI assistant of Acme.");
  }

  @Test
  void aTurnIsHeardAnsweredByAToolAndTheResultIsSpokenOf() {
    Client client = Client.onPhone(SERVER_VAD, "confirm_appointment");
    client.send("{\"type\":\"response.create\"}");
    client.pass(2_000);
    client.events.clear();

    client.say("confirm", "Yes, that suits me well.", 900);
    client.silence(700);
    client.pass(1_500);

    assertThat(client.milestones())
        .startsWith(
            "input_audio_buffer.speech_started",
            "input_audio_buffer.speech_stopped",
            "input_audio_buffer.committed",
            "conversation.item.added",
            "conversation.item.done",
            "response.created")
        .containsSubsequence(
            "response.created",
            "response.output_item.added",
            "conversation.item.added",
            "response.function_call_arguments.done",
            "response.output_item.done",
            "conversation.item.done",
            "response.done")
        .contains("conversation.item.input_audio_transcription.completed");
    JsonNode call = client.last("response.function_call_arguments.done");
    assertThat(call.path("name").asText()).isEqualTo("confirm_appointment");

    client.send(
        """
        {"type":"conversation.item.create","item":{"type":"function_call_output","call_id":"%s","output":"{\\"ok\\":true}"}}\
        """
            .formatted(call.path("call_id").asText()));
    client.send("{\"type\":\"response.create\"}");
    client.pass(3_000);

    assertThat(client.last("response.output_audio_transcript.done").path("transcript").asText())
        .contains("confirmed");
    assertThat(client.notes)
        .anyMatch(note -> note.startsWith("ai_heard") && note.contains("Yes, that suits"))
        .anyMatch(note -> note.startsWith("ai_tool[") && note.contains("confirm_appointment"));
  }

  @Test
  void whoIsSpokenOverStopsAndIsToldHowMuchWasHeard() {
    Client client = Client.onPhone(SERVER_VAD);
    client.send("{\"type\":\"response.create\"}");
    client.pass(300);
    client.events.clear();

    client.say("who", "Sorry, who is this?", 200);

    JsonNode done = client.last("response.done").path("response");
    assertThat(done.path("status").asText()).isEqualTo("cancelled");
    assertThat(done.at("/status_details/reason").asText()).isEqualTo("turn_detected");
    assertThat(done.at("/output/0/status").asText()).isEqualTo("incomplete");
    String item = done.at("/output/0/id").asText();
    client.send(
        """
        {"type":"conversation.item.truncate","item_id":"%s","content_index":0,"audio_end_ms":40}\
        """
            .formatted(item));
    assertThat(client.last("conversation.item.truncated").path("audio_end_ms").asInt())
        .isEqualTo(40);

    client.send(
        """
        {"type":"conversation.item.truncate","item_id":"%s","content_index":0,"audio_end_ms":90000}\
        """
            .formatted(item));
    assertThat(client.error().path("message").asText())
        .isEqualTo("Audio content of 40ms is already shorter than 90000ms");
  }

  @Test
  void withoutInterruptionTheAssistantSpeaksOn() {
    Client client =
        Client.onPhone(
            "{\"type\":\"server_vad\",\"interrupt_response\":false,\"create_response\":false}");
    client.send("{\"type\":\"response.create\"}");
    client.pass(150);

    client.say("hello", "Hello?", 300);
    client.silence(800);
    client.pass(2_000);

    assertThat(client.last("response.done").at("/response/status").asText()).isEqualTo("completed");
    assertThat(client.types()).containsOnlyOnce("response.created");
  }

  @Test
  void whoeverFallsSilentIsAsked() {
    Client client = Client.onPhone("{\"type\":\"server_vad\",\"idle_timeout_ms\":5000}");
    client.send("{\"type\":\"response.create\"}");
    client.silence(2_000);
    client.events.clear();

    client.silence(7_000);

    assertThat(client.milestones())
        .startsWith(
            "input_audio_buffer.timeout_triggered",
            "input_audio_buffer.committed",
            "conversation.item.added",
            "conversation.item.done",
            "response.created");
  }

  @Test
  void aSemanticTurnEndsSoonWhenTheSentenceIsWholeAndLateWhenNot() {
    Client client = Client.onPhone("{\"type\":\"semantic_vad\",\"eagerness\":\"high\"}");

    client.say("confirm", "Yes, please.", 600);
    client.silence(600);
    assertThat(client.types()).contains("input_audio_buffer.speech_stopped");

    client.events.clear();
    client.sound(600);
    client.silence(1_500);
    assertThat(client.types()).doesNotContain("input_audio_buffer.speech_stopped");
    client.silence(900);
    assertThat(client.types()).contains("input_audio_buffer.speech_stopped");
  }

  @Test
  void aClientThatTakesTurnsItselfCommits() {
    Client client = Client.onPhone("null");
    client.say("confirm", "Yes, please.", 600);
    client.silence(300);
    assertThat(client.types()).doesNotContain("input_audio_buffer.speech_started");

    client.send("{\"type\":\"input_audio_buffer.commit\"}");
    client.pass(600);

    assertThat(client.milestones())
        .containsSubsequence(
            "input_audio_buffer.committed",
            "conversation.item.added",
            "conversation.item.input_audio_transcription.completed");
    assertThat(
            client
                .last("conversation.item.input_audio_transcription.completed")
                .path("transcript")
                .asText())
        .isEqualTo("Yes, please.");
  }

  @Test
  void aMachinesGreetingGetsTheMessageAndTheCallIsEnded() {
    Client client = Client.onPhone(SERVER_VAD, "end_call");

    client.say("voicemail", "Please leave a message after the beep.", 900);
    client.silence(700);
    client.pass(12_000);

    assertThat(client.last("response.function_call_arguments.done").path("name").asText())
        .isEqualTo("end_call");
    assertThat(client.last("response.output_audio_transcript.done").path("transcript").asText())
        .contains("call us back")
        .doesNotContain("?");
  }

  @Test
  void flawsStrikeAsTheyAreTold() {
    Client slow = new Client(new Flaw.Slow(Duration.ofSeconds(4)));
    slow.setUp(SERVER_VAD);
    slow.send("{\"type\":\"response.create\"}");
    slow.pass(3_900);
    assertThat(slow.types()).doesNotContain("response.output_item.added");

    Client mute = new Client(new Flaw.NoSessionUpdated());
    mute.setUp(SERVER_VAD);
    mute.pass(60_000);
    assertThat(mute.types()).containsExactly("session.created");

    Client late = new Client(new Flaw.LateSessionUpdated(Duration.ofSeconds(2)));
    late.setUp(SERVER_VAD);
    assertThat(late.types()).doesNotContain("session.updated");
    late.pass(2_000);
    assertThat(late.types()).contains("session.updated");

    Client stalled = new Client(new Flaw.Stall());
    stalled.setUp(SERVER_VAD);
    assertThat(stalled.types()).containsExactly("session.created");

    Client dropped = new Client(new Flaw.CloseMidCall(Duration.ofSeconds(1), 1006));
    dropped.pass(1_000);
    assertThat(dropped.aborted).isTrue();

    Client closed = new Client(new Flaw.CloseMidCall(Duration.ofSeconds(1), 1011));
    closed.pass(1_000);
    assertThat(closed.closedWith).isEqualTo(1011);

    Client failing = new Client(new Flaw.ErrorEvent(Duration.ofSeconds(1)));
    failing.pass(1_000);
    assertThat(failing.error().path("type").asText()).isEqualTo("server_error");
  }

  private static int audioMs(Client client) {
    return client.events.stream()
        .filter(event -> event.path("type").asText().equals("response.output_audio.delta"))
        .mapToInt(event -> Base64.getDecoder().decode(event.path("delta").asText()).length / 8)
        .sum();
  }
}
