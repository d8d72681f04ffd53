package dev.carillon.activities.postgres.tools;

import dev.carillon.call.Outcome;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One tool. It runs in the tenant's transaction that is under way.
interface Tool {

  String name();

  /// Fetches what it needs from outside, before the transaction begins. What cannot be had is left
  /// out.
  default void prepare(UUID tenantId) {
    // Most tools need nothing.
  }

  /// Does it, or says in the effect's answer why not.
  Effect use(ToolScope scope, JsonNode arguments);

  /// What a tool did.
  ///
  /// @param answer what the model is told; with `error` when it was not done
  /// @param ownerNote a text to the owner once the transaction is committed, or null
  record Effect(Map<String, Object> answer, @Nullable Outcome outcome, @Nullable String ownerNote) {

    static Effect done(Map<String, Object> answer, Outcome outcome) {
      return new Effect(answer, outcome, null);
    }

    /// Something was looked up; it decides nothing.
    static Effect told(Map<String, Object> answer) {
      return new Effect(answer, null, null);
    }

    static Effect refused(String why) {
      return new Effect(Map.of("error", why), null, null);
    }
  }
}
