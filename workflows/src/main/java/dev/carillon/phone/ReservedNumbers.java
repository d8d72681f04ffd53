package dev.carillon.phone;

import java.util.regex.Pattern;

/// Numbers that the North American plan calls valid although no customer has them.
final class ReservedNumbers {
  // 555-01xx is kept for fiction; +1 500 555 000x are Twilio's magic numbers.
  private static final Pattern TEST = Pattern.compile("\\d{3}55501\\d{2}|500555000\\d");
  private static final Pattern DIRECTORY = Pattern.compile("\\d{3}5551212");

  private ReservedNumbers() {}

  static boolean isTest(String national) {
    return TEST.matcher(national).matches();
  }

  static boolean isDirectory(String national) {
    return DIRECTORY.matcher(national).matches();
  }
}
