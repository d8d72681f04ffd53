package dev.carillon.api.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An agent as it is handed in.
///
/// @param engines `openai-realtime` unless said
/// @param tools the only tools it has; all unless said
record AgentFields(
    @Nullable String name,
    @Nullable List<@Nullable String> engines,
    @Nullable String language,
    @Nullable String voice,
    @Nullable String greeting,
    @Nullable String instructions,
    @Nullable String voicemailMessage,
    @Nullable List<@Nullable String> tools) {}
