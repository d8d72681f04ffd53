package dev.carillon.phone;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/// A phone number in E.164, such as `+12128120000`. Its JSON is that plain string; its `toString()`
/// is masked, so that it may stand in a log.
public record PhoneNumber(@JsonValue String e164) implements Comparable<PhoneNumber> {
  private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");
  private static final int HIDDEN_AT_LEAST = 3;
  private static final int LAST_SHOWN = 4;
  private static final int FIRST_SHOWN = 5;

  public PhoneNumber {
    if (!E164.matcher(e164).matches()) {
      throw new IllegalArgumentException("not a phone number in E.164");
    }
  }

  /// The number written as `e164`. Texts of people are read by [PhoneNumbers].
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static PhoneNumber of(String e164) {
    return new PhoneNumber(e164);
  }

  @Override
  public int compareTo(PhoneNumber other) {
    return e164.compareTo(other.e164);
  }

  @Override
  public String toString() {
    int first = Math.clamp(e164.length() - LAST_SHOWN - HIDDEN_AT_LEAST, 1, FIRST_SHOWN);
    return e164.substring(0, first) + "•••" + e164.substring(e164.length() - LAST_SHOWN);
  }
}
