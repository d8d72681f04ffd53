package dev.carillon.vehicle;

import java.util.Locale;

/// What somebody's words for a vehicle identification number come to.
public sealed interface VinReading {

  record Valid(Vin vin) implements VinReading {}

  /// It is none.
  ///
  /// @param message the reason in words that may be told to the person
  record Invalid(Reason reason, String message) implements VinReading {}

  /// Why it is none.
  enum Reason {
    LENGTH,
    LETTER_I_O_Q,
    CHARACTER,
    CHECK_DIGIT
  }

  /// Reads `words`: small letters, spaces, dots and hyphens do not matter.
  static VinReading read(String words) {
    var text = words.toUpperCase(Locale.ROOT).replaceAll("[\\s.\\-\u2010-\u2015]+", "");
    if (text.length() != Vin.LENGTH) {
      return new Invalid(
          Reason.LENGTH,
          "A VIN has 17 characters, this has %d.".formatted(text.codePointCount(0, text.length())));
    }
    for (var place = 0; place < Vin.LENGTH; place++) {
      var character = text.charAt(place);
      if ("IOQ".indexOf(character) >= 0) {
        return new Invalid(
            Reason.LETTER_I_O_Q,
            "A VIN has no letter %c (character %d): it is %s."
                .formatted(character, place + 1, character == 'I' ? "a 1" : "a 0"));
      }
      if (!Vin.allowed(character)) {
        return new Invalid(
            Reason.CHARACTER,
            "A VIN has letters and digits only, character %d is neither.".formatted(place + 1));
      }
    }
    return Vin.checkDigitFits(text)
        ? new Valid(Vin.of(text))
        : new Invalid(
            Reason.CHECK_DIGIT,
            "The ninth character does not fit the others: one of them was read wrongly.");
  }
}
