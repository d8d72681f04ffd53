package dev.carillon.bridge.engine;

/// Something a provider counts and will bill.
///
/// @param provider such as `openai`
/// @param model as the provider names it, or empty
/// @param unit `input_text_tokens`, `output_audio_tokens`, `characters`, `seconds` and the like
public record Usage(String provider, String model, String unit, long quantity) {}
