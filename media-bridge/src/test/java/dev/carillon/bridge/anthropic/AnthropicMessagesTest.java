package dev.carillon.bridge.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.carillon.bridge.faculty.Message;
import dev.carillon.call.ToolSpec;
import dev.carillon.call.ToolUse;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnthropicMessagesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ToolSpec OPT_OUT =
      new ToolSpec("opt_out", "Never calls again.", "{\"type\":\"object\",\"properties\":{}}");

  @Test
  void thePromptIsTheSystemsAndTheFirstTurnTheUsers() throws JsonProcessingException {
    var request =
        request(
            new Message.Instruction("Be kind."),
            new Message.Agent("Good morning.", List.of()),
            new Message.Person("Hello."));

    assertThat(request.at("/system").asText()).isEqualTo("Be kind.");
    assertThat(request.at("/messages").findValuesAsText("role"))
        .containsExactly("user", "assistant", "user");
  }

  @Test
  void theAnswerOfAToolFollowsTheTurnThatAskedForIt() throws JsonProcessingException {
    var request =
        request(
            new Message.Person("Stop calling."),
            new Message.Agent("One moment.", List.of(new ToolUse("t1", "opt_out", "no json"))),
            new Message.ToolAnswer("t1", "{\"done\":true}"),
            new Message.Person("Thanks."));

    assertThat(request.at("/messages/1/content/1/input")).isEqualTo(JSON.createObjectNode());
    assertThat(request.at("/messages/2/content").findValuesAsText("type"))
        .containsExactly("tool_result", "text");
  }

  @Test
  void theLastTurnIsAlwaysTheUsers() throws JsonProcessingException {
    var request =
        request(new Message.Person("Hello."), new Message.Agent("Good morning.", List.of()));

    assertThat(request.at("/messages/2/role").asText()).isEqualTo("user");
  }

  @Test
  void aLaterInstructionIsToldApartFromThePerson() throws JsonProcessingException {
    var request = request(new Message.Person("Hello."), new Message.Instruction("Say goodbye."));

    assertThat(request.at("/messages/0/content/1/text").asText())
        .contains("not said by the person")
        .contains("Say goodbye.");
  }

  private static JsonNode request(Message... conversation) throws JsonProcessingException {
    return JSON.readTree(
        AnthropicMessages.request(
            "claude-haiku-4-5", List.of(conversation), List.of(OPT_OUT), true));
  }
}
