package dev.carillon.phone;

import org.jspecify.annotations.Nullable;

/// What came of reading a text as a phone number.
public sealed interface PhoneReading {

  /// A number that may be kept.
  ///
  /// @param extension digits to dial after the answer, at most seven; voice only
  /// @param region ISO 3166 country of the number, such as `US` or `PR`
  /// @param metadataVersion version of the numbering plans it was checked against
  record Accepted(
      PhoneNumber number, @Nullable String extension, String region, String metadataVersion)
      implements PhoneReading {}

  /// A text that is no usable number.
  ///
  /// @param code a stable name such as `TOO_SHORT`, `TYPE_TOLL_FREE` or `COUNTRY_JM`
  /// @param message what is wrong, for the person who typed it; never contains the text
  record Refused(String code, String message) implements PhoneReading {}
}
