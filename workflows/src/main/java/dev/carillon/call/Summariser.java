package dev.carillon.call;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A model that reads a conversation after it is over.
public interface Summariser {

  /// Summary, outcome, interest and next action; empty when no model is configured.
  ///
  /// @throws dev.carillon.policy.ProviderFailure when the model was asked and did not answer usably
  Optional<CallSummary> summarise(Conversation conversation);

  /// What is read. The lines are people's words: untrusted.
  record Conversation(
      String businessName,
      CallPurpose purpose,
      @Nullable String objective,
      List<TranscriptLine> lines) {

    public Conversation {
      lines = List.copyOf(lines);
    }
  }
}
