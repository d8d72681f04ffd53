package dev.carillon.api.console.words;

import java.util.Locale;

/// What a colour stands for. The style sheet has one class for each.
public enum Tone {
  /// What was hoped for.
  GOOD,
  /// Somebody was reached, or something was left for them.
  CALM,
  /// Somebody should look.
  WARM,
  /// It went wrong, or the person wants nothing more of it.
  BAD,
  /// Under way right now.
  LIVE,
  /// Nothing to feel about.
  PLAIN;

  /// The class in the style sheet.
  public String css() {
    return "tone-" + name().toLowerCase(Locale.ROOT);
  }
}
