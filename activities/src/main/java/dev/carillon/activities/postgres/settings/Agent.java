package dev.carillon.activities.postgres.settings;

import java.time.Instant;
import java.util.UUID;

/// An agent as it is now.
///
/// @param version 1 when it was made, one more with each change
public record Agent(UUID id, int version, AgentDefinition definition, Instant createdAt) {}
