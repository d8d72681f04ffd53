package dev.carillon.api.console.words;

import org.jspecify.annotations.Nullable;

/// What somebody can do about a refusal, by its code.
public final class NextSteps {
  private NextSteps() {}

  /// A sentence, or null when the refusal says it itself.
  public static @Nullable String after(String code) {
    return switch (code) {
      case "SUPPRESSED" ->
          "If they want to be called after all, press “Allow calls again” on their page first.";
      case "CONSENT_MISSING" ->
          "Ask for their consent, write it down on their page, and try again.";
      case "NOT_A_TEST_NUMBER" ->
          "Add the number to ALLOWED_TEST_NUMBERS and start Carillon again to call it.";
      case "CARRIER_NOT_LIVE" ->
          "Set ALLOWED_TEST_NUMBERS to your own phones, or CARILLON_LIVE=yes, and start Carillon"
              + " again.";
      case "ZONE_UNKNOWN" -> "Enter their time zone or postal code on their page, and try again.";
      case "DESTINATION_NOT_ALLOWED" ->
          "Only numbers of the countries in CARILLON_ALLOWED_COUNTRIES are called.";
      default -> null;
    };
  }
}
