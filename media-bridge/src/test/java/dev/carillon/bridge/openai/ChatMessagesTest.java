package dev.carillon.bridge.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.carillon.bridge.faculty.Message;
import dev.carillon.call.ToolSpec;
import dev.carillon.call.ToolUse;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChatMessagesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ToolSpec OPT_OUT =
      new ToolSpec("opt_out", "Never calls again.", "{\"type\":\"object\",\"properties\":{}}");

  @Test
  void theConversationIsToldInTheProvidersRoles() throws JsonProcessingException {
    var request =
        request(
            List.of(
                new Message.Instruction("Be kind."),
                new Message.Person("Stop calling."),
                new Message.Agent("", List.of(new ToolUse("c1", "opt_out", "{}"))),
                new Message.ToolAnswer("c1", "{\"done\":true}"),
                new Message.Agent("Of course.", List.of())),
            true);

    assertThat(request.at("/messages").findValuesAsText("role"))
        .containsExactly("system", "user", "assistant", "tool", "assistant");
    assertThat(request.at("/messages/2/content").isNull()).isTrue();
    assertThat(request.at("/messages/2/tool_calls/0/function/name").asText()).isEqualTo("opt_out");
    assertThat(request.at("/messages/3/tool_call_id").asText()).isEqualTo("c1");
    assertThat(request.at("/stream").asBoolean()).isTrue();
  }

  @Test
  void toolsAreShownEvenWhenNoneMayBeUsed() throws JsonProcessingException {
    var request = request(List.of(new Message.Person("Hello")), false);

    assertThat(request.at("/tools/0/function/name").asText()).isEqualTo("opt_out");
    assertThat(request.at("/tool_choice").asText()).isEqualTo("none");
  }

  private static JsonNode request(List<Message> conversation, boolean mayUseTools)
      throws JsonProcessingException {
    return JSON.readTree(
        ChatMessages.request("gpt-5-mini", conversation, List.of(OPT_OUT), mayUseTools));
  }
}
