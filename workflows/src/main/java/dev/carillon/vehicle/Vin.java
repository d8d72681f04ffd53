package dev.carillon.vehicle;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A vehicle identification number: 17 capital letters and digits, the ninth of which fits the
/// others (49 CFR 565.15). Texts of people are read by [VinReading].
public record Vin(@JsonValue String text) {
  static final int LENGTH = 17;
  private static final int CHECKED = 8;
  private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPRSTUVWXYZ";
  // What each of the characters counts, in the order above.
  private static final String COUNTS = "012345678912345678123457923456789";
  private static final int[] WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};

  public Vin {
    if (text.length() != LENGTH || !text.chars().allMatch(Vin::allowed) || !checkDigitFits(text)) {
      throw new IllegalArgumentException("not a vehicle identification number");
    }
  }

  /// The number written as `text`.
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Vin of(String text) {
    return new Vin(text);
  }

  /// Whether this may stand in a number: no `I`, `O` or `Q`.
  static boolean allowed(int character) {
    return CHARACTERS.indexOf(character) >= 0;
  }

  /// Whether the ninth of 17 allowed characters fits the others.
  static boolean checkDigitFits(String text) {
    var sum = 0;
    for (var place = 0; place < LENGTH; place++) {
      var count = COUNTS.charAt(CHARACTERS.indexOf(text.charAt(place))) - '0';
      sum += count * WEIGHTS[place];
    }
    var rest = sum % 11;
    return text.charAt(CHECKED) == (rest == 10 ? 'X' : (char) ('0' + rest));
  }
}
