package dev.carillon.bridge.anthropic;

import dev.carillon.bridge.faculty.Message;
import dev.carillon.bridge.faculty.Mind;
import dev.carillon.bridge.net.EventStream;
import dev.carillon.call.ToolSpec;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;

/// Thinks with a Claude model, word by word.
public final class AnthropicMind implements Mind {
  private static final Duration FIRST_WORD = Duration.ofSeconds(8);
  private static final String VERSION = "2023-06-01";

  private final AnthropicSettings settings;
  private final HttpClient http;

  public AnthropicMind(AnthropicSettings settings, HttpClient http) {
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
    var body = AnthropicMessages.request(settings.model(), conversation, tools, mayUseTools);
    var request =
        EventStream.post(
            settings.messages(),
            FIRST_WORD,
            body,
            "x-api-key",
            settings.apiKey(),
            "anthropic-version",
            VERSION);
    var stream = new EventStream(http, request, loop, new AnthropicReader(events));
    stream.start();
    return stream::cancel;
  }
}
