package dev.carillon.bridge.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.carillon.bridge.engine.EngineEvents;
import dev.carillon.bridge.engine.Usage;

/// What a Realtime session counts: the tokens of each response, and those or the seconds of each
/// transcription. Source: platform.openai.com, "Realtime API", `response.done` and
/// `conversation.item.input_audio_transcription.completed`.
final class RealtimeUsage {
  private final EngineEvents events;
  private String model = "";
  private String transcriber = "";

  RealtimeUsage(EngineEvents events) {
    this.events = events;
  }

  /// The session says which models it uses.
  void of(JsonNode session) {
    model = session.path("model").asText(model);
    transcriber = session.at("/audio/input/transcription/model").asText(transcriber);
  }

  void response(JsonNode usage) {
    var read = usage.path("input_token_details");
    var cached = read.path("cached_tokens_details");
    var made = usage.path("output_token_details");
    long cachedText = cached.path("text_tokens").asLong();
    long cachedAudio = cached.path("audio_tokens").asLong();
    count(model, "input_text_tokens", read.path("text_tokens").asLong() - cachedText);
    count(model, "input_audio_tokens", read.path("audio_tokens").asLong() - cachedAudio);
    count(model, "cached_text_tokens", cachedText);
    count(model, "cached_audio_tokens", cachedAudio);
    count(model, "output_text_tokens", made.path("text_tokens").asLong());
    count(model, "output_audio_tokens", made.path("audio_tokens").asLong());
  }

  void transcription(JsonNode usage) {
    if (usage.path("type").asText().equals("duration")) {
      count(transcriber, "seconds", Math.round(usage.path("seconds").asDouble()));
    } else {
      count(transcriber, "input_audio_tokens", usage.path("input_tokens").asLong());
      count(transcriber, "output_text_tokens", usage.path("output_tokens").asLong());
    }
  }

  private void count(String of, String unit, long quantity) {
    if (quantity > 0) {
      events.used(new Usage("openai", of, unit, quantity));
    }
  }
}
