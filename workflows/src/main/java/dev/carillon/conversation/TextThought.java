package dev.carillon.conversation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.carillon.call.ToolUse;
import java.util.List;

/// What a model wants to do about a text.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = TextThought.Says.class, name = "says"),
  @JsonSubTypes.Type(value = TextThought.Uses.class, name = "uses"),
  @JsonSubTypes.Type(value = TextThought.Silence.class, name = "silence")
})
public sealed interface TextThought {

  /// Answers.
  record Says(String words) implements TextThought {}

  /// Uses tools first; asked again with their results.
  record Uses(List<ToolUse> uses) implements TextThought {
    public Uses {
      uses = List.copyOf(uses);
    }
  }

  /// Nothing is to be said: the person does not want to be texted any more.
  record Silence() implements TextThought {}
}
