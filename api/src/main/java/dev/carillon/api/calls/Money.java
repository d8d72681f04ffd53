package dev.carillon.api.calls;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// An amount of money as REST writes it.
///
/// @param amount decimal digits, never rounded to a binary fraction
public record Money(String amount, String currency) {
  /// Dollars, in which carriers and models are paid; null for an unknown amount.
  public static @Nullable Money dollars(@Nullable BigDecimal amount) {
    return amount == null ? null : new Money(amount.toPlainString(), "USD");
  }
}
