package dev.carillon.compliance;

import dev.carillon.phone.PhoneNumber;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The operator's own phones: full numbers, and on a simulated carrier prefixes that end in `*`. An
/// empty list means that none was set.
public record AllowedNumbers(List<String> entries) {
  private static final int MOST_ON_A_REAL_CARRIER = 20;
  private static final Predicate<String> NUMBER =
      Pattern.compile("\\+[1-9]\\d{6,14}").asMatchPredicate();
  private static final Predicate<String> PREFIX =
      Pattern.compile("\\+?\\d{0,14}\\*").asMatchPredicate();

  public AllowedNumbers {
    entries = List.copyOf(entries);
  }

  /// No list: whether anything is dialled depends on the carrier alone.
  public static AllowedNumbers none() {
    return new AllowedNumbers(List.of());
  }

  /// Reads `ALLOWED_TEST_NUMBERS`: entries between commas.
  ///
  /// @throws IllegalArgumentException when an entry is no full number, or there are more than a
  ///   real carrier may be given; the message names the entry's position, never the number
  public static AllowedNumbers parse(String text, boolean carrierOnLoopback) {
    List<String> entries =
        Arrays.stream(text.split(",")).map(String::strip).filter(e -> !e.isEmpty()).toList();
    if (!carrierOnLoopback && entries.size() > MOST_ON_A_REAL_CARRIER) {
      throw new IllegalArgumentException("ALLOWED_TEST_NUMBERS: at most 20 numbers");
    }
    for (int i = 0; i < entries.size(); i++) {
      String entry = entries.get(i);
      if (!NUMBER.test(entry) && !(carrierOnLoopback && PREFIX.test(entry))) {
        throw new IllegalArgumentException(
            "ALLOWED_TEST_NUMBERS: entry %d is not a full number in E.164".formatted(i + 1));
      }
    }
    return new AllowedNumbers(entries);
  }

  /// Whether `number` is listed.
  public boolean contains(PhoneNumber number) {
    return entries.stream().anyMatch(entry -> matches(entry, number.e164()));
  }

  /// Whether a list was set at all; then no other number is dialled.
  public boolean present() {
    return !entries.isEmpty();
  }

  private static boolean matches(String entry, String number) {
    return entry.endsWith("*")
        ? number.startsWith(entry.substring(0, entry.length() - 1))
        : number.equals(entry);
  }

  @Override
  public String toString() {
    return "AllowedNumbers[%d entries]".formatted(entries.size());
  }
}
