package dev.carillon.sandbox.ai.deepgram;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// How a line is to be listened to. Only a phone's sound is known: mu-law at 8 kHz, one channel.
///
/// @param pauseMs the silence that ends a segment
/// @param endpoints whether that silence ends the speech too
/// @param utteranceEndMs the silence after the last word that is told; 0 for none
/// @param formatted whether sentences are written with capitals and full stops
record ListenOptions(
    String model,
    int pauseMs,
    boolean endpoints,
    int utteranceEndMs,
    boolean interim,
    boolean speechStarts,
    boolean formatted) {
  private static final int DEFAULT_ENDPOINTING_MS = 10;
  private static final int UNENDED_SEGMENT_MS = 1_000;

  private static final Map<String, Predicate<String>> KNOWN =
      Map.ofEntries(
          entry("model", Query.like("(nova-[23]|enhanced|base|whisper)(-[a-z]+)*")),
          entry("encoding", Query.oneOf("mulaw")),
          entry("sample_rate", Query.oneOf("8000")),
          entry("channels", Query.oneOf("1")),
          entry("language", Query.like("[a-z]{2,3}(-[A-Za-z0-9]{2,4})?|multi")),
          entry("interim_results", Query.truth()),
          entry("endpointing", Query.truth().or(Query.number(0, 60_000))),
          entry("utterance_end_ms", Query.number(1_000, 5_000)),
          entry("vad_events", Query.truth()),
          entry("smart_format", Query.truth()),
          entry("punctuate", Query.truth()),
          entry("numerals", Query.truth()),
          entry("profanity_filter", Query.truth()),
          entry("diarize", Query.truth()),
          entry("multichannel", Query.truth()),
          entry("dictation", Query.truth()),
          entry("mip_opt_out", Query.truth()),
          entry("no_delay", Query.truth()),
          entry("keyterm", Query.anything()),
          entry("keywords", Query.anything()),
          entry("redact", Query.anything()),
          entry("search", Query.anything()),
          entry("replace", Query.anything()),
          entry("tag", Query.anything()),
          entry("extra", Query.anything()),
          entry("version", Query.anything()),
          entry("callback", Query.like("(https?|wss?)://.+")),
          entry("callback_method", Query.oneOf("post", "put")));

  /// @throws Refusal when they are not what the provider takes
  static ListenOptions of(Map<String, List<String>> parameters) {
    Query query = new Query(parameters, KNOWN);
    query.needs("encoding");
    query.needs("sample_rate");
    if (query.has("utterance_end_ms") && !query.isTrue("interim_results")) {
      throw Refusal.query("utterance_end_ms needs interim_results=true.");
    }
    String model = query.text("model", "base");
    boolean newest = model.startsWith("nova-3");
    if (query.has("keyterm") && !newest) {
      throw Refusal.query("keyterm needs a nova-3 model.");
    }
    if (query.has("keywords") && newest) {
      throw Refusal.query("keywords are not known to nova-3 models.");
    }
    String endpointing = query.text("endpointing", "true");
    boolean endpoints = !endpointing.equals("false");
    return new ListenOptions(
        model,
        pause(endpointing),
        endpoints,
        Integer.parseInt(query.text("utterance_end_ms", "0")),
        query.isTrue("interim_results"),
        query.isTrue("vad_events"),
        query.isTrue("smart_format") || query.isTrue("punctuate"));
  }

  private static int pause(String endpointing) {
    return switch (endpointing) {
      case "true" -> DEFAULT_ENDPOINTING_MS;
      case "false" -> UNENDED_SEGMENT_MS;
      default -> Integer.parseInt(endpointing);
    };
  }
}
