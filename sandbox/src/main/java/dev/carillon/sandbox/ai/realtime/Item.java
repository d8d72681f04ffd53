package dev.carillon.sandbox.ai.realtime;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// One item of the conversation, as it is told to the client, and how much audio it has.
final class Item {
  private final ObjectNode shape;
  private int audioMs;
  private boolean spoken;

  Item(ObjectNode shape) {
    this.shape = shape;
  }

  String id() {
    return shape.path("id").asText();
  }

  ObjectNode shape() {
    return shape;
  }

  /// So much more audio of the assistant was made.
  void grow(int millis) {
    spoken = true;
    audioMs += millis;
  }

  int audioMs() {
    return audioMs;
  }

  /// Whether this is audio of the assistant, which alone can be truncated.
  boolean spoken() {
    return spoken;
  }

  /// Keeps only what was heard: the words that go with this much of the audio.
  void truncate(int millis) {
    ObjectNode content = (ObjectNode) shape.path("content").path(0);
    String words = content.path("transcript").asText();
    int kept = audioMs == 0 ? 0 : (int) ((long) words.length() * millis / audioMs);
    content.put("transcript", words.substring(0, Math.min(words.length(), kept)));
    audioMs = millis;
  }
}
