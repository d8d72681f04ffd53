package dev.carillon.phone;

import dev.carillon.phone.PhoneReading.Refused;

/// The words that go with the codes of refusal.
final class Refusals {
  private Refusals() {}

  static Refused of(String code) {
    return new Refused(code, message(code));
  }

  private static String message(String code) {
    return switch (code) {
      case "NOT_A_NUMBER" -> "This is not a phone number.";
      case "INVALID_COUNTRY_CODE" -> "The country code is missing or does not exist.";
      case "TOO_LONG" -> "It has too many digits.";
      case "TOO_SHORT" -> "It has too few digits.";
      case "INVALID_LENGTH" -> "No number of this country has so many digits.";
      case "LOCAL_ONLY" -> "The area code is missing.";
      case "SHORT_CODE" -> "Short codes and service codes are not called.";
      case "EMERGENCY" -> "Emergency numbers are never called.";
      case "LETTERS" -> "It contains letters: write the digits only.";
      case "UNASSIGNED_RANGE" -> "No such number is in use.";
      case "TEST_NUMBER" -> "This number is reserved for tests and fiction.";
      case "DIRECTORY_ASSISTANCE" -> "Directory assistance is not called.";
      case "FORMULA_PREFIX" -> "It starts like a spreadsheet formula.";
      case "SCIENTIFIC_NOTATION" -> "A spreadsheet has destroyed its digits: export it as text.";
      case "DECIMAL_NUMBER" -> "A spreadsheet took it for an amount: export it as text.";
      case "CONTROL_CHARACTER" -> "It contains characters that cannot be printed.";
      case "TEL_CONTEXT" -> "A tel: address needs a country code as its context.";
      case "TWO_NUMBERS" -> "There are several numbers: give one.";
      default -> unusable(code);
    };
  }

  private static String unusable(String code) {
    return code.startsWith("COUNTRY_")
        ? "Numbers of this country are not called."
        : "Numbers of this type are not called.";
  }
}
