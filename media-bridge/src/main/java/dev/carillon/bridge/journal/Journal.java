package dev.carillon.bridge.journal;

import dev.carillon.call.TranscriptLine;
import java.time.Duration;
import java.util.Map;

/// The record of one stream of a call, on its way to api. Any thread; nothing here blocks but
/// [#awaitDelivered].
public interface Journal {

  /// Adds a line of the transcript. It is never dropped.
  void line(TranscriptLine line);

  /// Adds an event for those who watch the call. `detail` holds strings, numbers and booleans, and
  /// nothing personal.
  void event(String name, Map<String, Object> detail);

  /// Waits until everything added so far has reached api; false when it has not in that time. It
  /// goes on trying all the same.
  boolean awaitDelivered(Duration atMost);

  /// Nothing more will be added; what is left is still delivered.
  void close();
}
