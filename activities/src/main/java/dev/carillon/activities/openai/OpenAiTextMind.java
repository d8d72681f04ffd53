package dev.carillon.activities.openai;

import com.openai.client.OpenAIClient;
import com.openai.core.JsonValue;
import com.openai.errors.OpenAIException;
import com.openai.errors.OpenAIServiceException;
import com.openai.models.FunctionDefinition;
import com.openai.models.FunctionParameters;
import com.openai.models.chat.completions.ChatCompletionAssistantMessageParam;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionFunctionTool;
import com.openai.models.chat.completions.ChatCompletionMessage;
import com.openai.models.chat.completions.ChatCompletionMessageFunctionToolCall;
import com.openai.models.chat.completions.ChatCompletionMessageToolCall;
import com.openai.models.chat.completions.ChatCompletionToolMessageParam;
import dev.carillon.call.ToolSpec;
import dev.carillon.call.ToolUse;
import dev.carillon.conversation.TextDesk;
import dev.carillon.conversation.TextMind;
import dev.carillon.conversation.TextThought;
import dev.carillon.policy.ProviderFailure;
import dev.carillon.policy.ProviderFailure.Kind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// A chat model that answers texts, with tools (Chat Completions).
final class OpenAiTextMind implements TextMind {
  private static final String PROVIDER = "openai";
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  private final @Nullable OpenAIClient client;
  private final String model;

  /// @param client null when the provider is off
  OpenAiTextMind(@Nullable OpenAIClient client, String model) {
    this.client = client;
    this.model = model;
  }

  @Override
  public boolean on() {
    return client != null;
  }

  @Override
  public TextThought think(Conversation conversation) {
    if (client == null) {
      throw new ProviderFailure(Kind.REJECTED, PROVIDER, "off");
    }
    try {
      return client.chat().completions().create(request(conversation)).choices().stream()
          .findFirst()
          .map(choice -> thought(choice.message()))
          .orElseThrow(() -> new ProviderFailure(Kind.UNKNOWN, PROVIDER, "empty answer"));
    } catch (OpenAIServiceException e) {
      var kind = e.statusCode() == 429 || e.statusCode() >= 500 ? Kind.UNAVAILABLE : Kind.REJECTED;
      throw new ProviderFailure(kind, PROVIDER, String.valueOf(e.statusCode()));
    } catch (OpenAIException e) {
      throw new ProviderFailure(Kind.UNAVAILABLE, PROVIDER, e.getClass().getSimpleName());
    }
  }

  private static TextThought thought(ChatCompletionMessage message) {
    var uses =
        message.toolCalls().orElse(List.of()).stream()
            .flatMap(call -> call.function().stream())
            .map(
                call -> new ToolUse(call.id(), call.function().name(), call.function().arguments()))
            .toList();
    if (!uses.isEmpty()) {
      return new TextThought.Uses(uses);
    }
    return message
        .content()
        .filter(words -> !words.isBlank())
        .<TextThought>map(TextThought.Says::new)
        .orElseThrow(() -> new ProviderFailure(Kind.UNKNOWN, PROVIDER, "no words"));
  }

  private ChatCompletionCreateParams request(Conversation conversation) {
    var request =
        ChatCompletionCreateParams.builder()
            .model(model)
            .addSystemMessage(conversation.instructions());
    conversation.tools().forEach(tool -> request.addTool(declared(tool)));
    for (var line : conversation.lines()) {
      if (line.byPerson()) {
        request.addUserMessage(line.text());
      } else {
        request.addAssistantMessage(line.text());
      }
    }
    conversation.done().forEach(exchange -> add(request, exchange));
    return request.build();
  }

  private static void add(ChatCompletionCreateParams.Builder request, TextDesk.Exchange exchange) {
    var calls =
        exchange.uses().stream()
            .map(use ->
                ChatCompletionMessageToolCall.ofFunction(
                    ChatCompletionMessageFunctionToolCall.builder()
                        .id(use.toolCallId())
                        .function(
                            ChatCompletionMessageFunctionToolCall.Function.builder()
                                .name(use.name())
                                .arguments(use.argumentsJson())
                                .build())
                        .build()))
            .toList();
    request.addMessage(ChatCompletionAssistantMessageParam.builder().toolCalls(calls).build());
    for (var i = 0; i < exchange.uses().size(); i++) {
      request.addMessage(
          ChatCompletionToolMessageParam.builder()
              .toolCallId(exchange.uses().get(i).toolCallId())
              .content(exchange.results().get(i).json())
              .build());
    }
  }

  private static ChatCompletionFunctionTool declared(ToolSpec tool) {
    var parameters = FunctionParameters.builder();
    JSON.readValue(tool.parametersJson(), OBJECT)
        .forEach((name, value) -> parameters.putAdditionalProperty(name, JsonValue.from(value)));
    return ChatCompletionFunctionTool.builder()
        .function(
            FunctionDefinition.builder()
                .name(tool.name())
                .description(tool.description())
                .parameters(parameters.build())
                .build())
        .build();
  }
}
