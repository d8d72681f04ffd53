package dev.carillon.bridge.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.bridge.cascade.RecordedThought;
import org.junit.jupiter.api.Test;

/// Chunks as in platform.openai.com, "Chat Completions API", streaming.
class ChatReaderTest {
  private final RecordedThought thought = new RecordedThought();
  private final ChatReader reader = new ChatReader(thought);

  @Test
  void textComesPieceByPiece() {
    chunk("{\"role\":\"assistant\",\"content\":\"\"}", "null");
    chunk("{\"content\":\"Hello \"}", "null");
    chunk("{\"content\":\"there.\"}", "null");
    chunk("{}", "\"stop\"");
    reader.event("", "{\"choices\":[],\"usage\":{\"prompt_tokens\":5}}");
    reader.event("", "[DONE]");
    reader.end();

    assertThat(thought.told).containsExactly("text Hello ", "text there.", "thought");
  }

  @Test
  void aToolCallIsPutTogetherFromItsPieces() {
    chunk("{\"role\":\"assistant\",\"content\":null}", "null");
    chunk(
        "{\"tool_calls\":[{\"index\":0,\"id\":\"call_1\",\"type\":\"function\","
            + "\"function\":{\"name\":\"opt_out\",\"arguments\":\"\"}}]}",
        "null");
    chunk("{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"{\\\"a\\\"\"}}]}", "null");
    chunk("{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\":1}\"}}]}", "null");
    chunk("{}", "\"tool_calls\"");

    assertThat(thought.told).containsExactly("tool call_1 opt_out {\"a\":1}", "thought");
  }

  @Test
  void anAnswerThatBreaksOffIsALoss() {
    chunk("{\"content\":\"Hel\"}", "null");
    reader.end();

    assertThat(thought.told).containsExactly("text Hel", "lost broke_off");
  }

  @Test
  void anEmptyAnswerIsALoss() {
    chunk("{}", "\"length\"");

    assertThat(thought.told).containsExactly("lost empty");
  }

  @Test
  void anErrorInTheStreamIsALossAndComesOnce() {
    reader.event("", "{\"error\":{\"message\":\"overloaded\"}}");
    reader.end();

    assertThat(thought.told).containsExactly("lost error_event");
  }

  private void chunk(String delta, String finish) {
    reader.event(
        "",
        "{\"object\":\"chat.completion.chunk\",\"choices\":[{\"index\":0,\"delta\":%s,\"finish_reason\":%s}]}"
            .formatted(delta, finish));
  }
}
