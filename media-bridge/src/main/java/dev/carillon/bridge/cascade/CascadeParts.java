package dev.carillon.bridge.cascade;

import dev.carillon.bridge.faculty.Ears;
import dev.carillon.bridge.faculty.Mind;
import dev.carillon.bridge.faculty.Voice;

/// What one kind of cascade is made of.
///
/// @param phrases what `voice` has said before; one for each voice of the process
public record CascadeParts(Ears ears, Mind mind, Voice voice, KeptPhrases phrases) {}
