package dev.carillon.call;

import java.time.Instant;

/// One line of what was heard on a call, not of what was generated.
///
/// @param seq 1, 2, … in the order of the conversation
/// @param interrupted the person cut it short; `text` ends there
public record TranscriptLine(int seq, Instant at, Speaker who, String text, boolean interrupted) {

  /// Who a line is of. `TOOL` lines say what was done.
  public enum Speaker {
    AGENT,
    PERSON,
    TOOL
  }
}
