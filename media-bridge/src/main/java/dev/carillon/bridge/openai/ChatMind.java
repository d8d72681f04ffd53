package dev.carillon.bridge.openai;

import dev.carillon.bridge.faculty.Message;
import dev.carillon.bridge.faculty.Mind;
import dev.carillon.bridge.net.EventStream;
import dev.carillon.call.ToolSpec;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;

/// Thinks with OpenAI's Chat Completions, word by word.
public final class ChatMind implements Mind {
  private static final Duration FIRST_WORD = Duration.ofSeconds(8);

  private final ChatSettings settings;
  private final HttpClient http;

  public ChatMind(ChatSettings settings, HttpClient http) {
    this.settings = settings;
    this.http = http;
  }

  @Override
  public Thought think(
      List<Message> conversation,
      List<ToolSpec> tools,
      boolean mayUseTools,
      Executor loop,
      Events events) {
    var body = ChatMessages.request(settings.model(), conversation, tools, mayUseTools);
    var request =
        EventStream.post(
            settings.completions(),
            FIRST_WORD,
            body,
            "Authorization",
            "Bearer " + settings.apiKey());
    var stream = new EventStream(http, request, loop, new ChatReader(events));
    stream.start();
    return stream::cancel;
  }
}
