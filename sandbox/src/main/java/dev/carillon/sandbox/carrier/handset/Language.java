package dev.carillon.sandbox.carrier.handset;

import dev.carillon.sandbox.people.Voice;

/// How people on the line speak and understand. Both methods block; audio is mu-law at 8 kHz.
public interface Language {
  /// The text, spoken in this voice.
  byte[] speak(Voice voice, String text);

  /// The words in one stretch of language; empty when none were understood.
  String understand(Side from, byte[] mulaw);

  /// Who speaks.
  enum Side {
    PERSON,
    PLATFORM
  }
}
