package dev.carillon.sandbox.ai.deepgram;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// How text is to be spoken. Only a phone's sound is known: mu-law at 8 kHz.
record SpeakOptions(String model) {
  private static final Map<String, Predicate<String>> KNOWN =
      Map.of(
          "model", Query.like("aura(-2)?-[a-z]+-[a-z]{2}"),
          "encoding", Query.oneOf("mulaw"),
          "sample_rate", Query.oneOf("8000"),
          "mip_opt_out", Query.truth(),
          "tag", Query.anything());

  /// @throws Refusal when they are not what the provider takes
  static SpeakOptions of(Map<String, List<String>> parameters) {
    Query query = new Query(parameters, KNOWN);
    query.needs("encoding");
    query.needs("sample_rate");
    return new SpeakOptions(query.text("model", "aura-asteria-en"));
  }
}
