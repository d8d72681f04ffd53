package dev.carillon.bridge.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.bridge.cascade.RecordedThought;
import org.junit.jupiter.api.Test;

/// Events as in platform.claude.com, "Streaming Messages".
class AnthropicReaderTest {
  private final RecordedThought thought = new RecordedThought();
  private final AnthropicReader reader = new AnthropicReader(thought);

  @Test
  void textComesPieceByPiece() {
    event("{\"type\":\"message_start\",\"message\":{\"content\":[],\"usage\":{}}}");
    event(
        "{\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}}");
    event("{\"type\":\"ping\"}");
    text("Hello ");
    text("there.");
    event("{\"type\":\"content_block_stop\",\"index\":0}");
    event("{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\"}}");
    event("{\"type\":\"message_stop\"}");
    reader.end();

    assertThat(thought.told).containsExactly("text Hello ", "text there.", "thought");
  }

  @Test
  void aToolsInputIsPutTogetherFromItsPieces() {
    event(
        "{\"type\":\"content_block_start\",\"index\":1,\"content_block\":{\"type\":\"tool_use\",\"id\":\"toolu_1\",\"name\":\"opt_out\",\"input\":{}}}");
    input("");
    input("{\\\"a\\\"");
    input(":1}");
    event("{\"type\":\"content_block_stop\",\"index\":1}");
    event("{\"type\":\"message_stop\"}");

    assertThat(thought.told).containsExactly("tool toolu_1 opt_out {\"a\":1}", "thought");
  }

  @Test
  void aToolWithoutInputGetsAnEmptyObject() {
    event(
        "{\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"tool_use\",\"id\":\"toolu_1\",\"name\":\"opt_out\",\"input\":{}}}");
    event("{\"type\":\"content_block_stop\",\"index\":0}");

    assertThat(thought.told).containsExactly("tool toolu_1 opt_out {}");
  }

  @Test
  void anOverloadedProviderIsALossAndComesOnce() {
    text("Hel");
    event("{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\"}}");
    reader.end();

    assertThat(thought.told).containsExactly("text Hel", "lost overloaded_error");
  }

  private void text(String more) {
    event(
        "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"%s\"}}"
            .formatted(more));
  }

  private void input(String more) {
    event(
        "{\"type\":\"content_block_delta\",\"index\":1,\"delta\":{\"type\":\"input_json_delta\",\"partial_json\":\"%s\"}}"
            .formatted(more));
  }

  private void event(String data) {
    reader.event("", data);
  }
}
