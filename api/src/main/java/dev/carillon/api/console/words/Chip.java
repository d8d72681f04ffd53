package dev.carillon.api.console.words;

/// A word or two on a coloured ground.
public record Chip(String text, Tone tone) {

  /// The class in the style sheet.
  public String css() {
    return tone.css();
  }
}
