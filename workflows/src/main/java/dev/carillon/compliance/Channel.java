package dev.carillon.compliance;

/// How a person is reached; `ALL` in a consent or a suppression means each way.
public enum Channel {
  VOICE,
  SMS,
  ALL;

  /// Whether what was said for this channel also holds for `other`.
  public boolean covers(Channel other) {
    return this == ALL || this == other;
  }
}
