package dev.carillon.activities.postgres.dialling;

import dev.carillon.activities.postgres.Loopback;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/// What a minute of a call costs, as far as the operator says so with `CARILLON_PRICE_PER_MINUTE`.
/// Begun minutes count whole, as carriers bill them.
///
/// @param perMinute dollars, all that is paid by the minute; null when nobody has said
public record CallPrice(@Nullable BigDecimal perMinute) {
  /// The sandbox bills like its original.
  private static final BigDecimal SIMULATED = new BigDecimal("0.014");

  static CallPrice from(Environment environment) {
    var text = environment.getProperty("CARILLON_PRICE_PER_MINUTE", "").strip();
    if (text.isEmpty()) {
      boolean simulated = Loopback.leadsHere(environment.getProperty("TWILIO_API_URL", ""));
      return new CallPrice(simulated ? SIMULATED : null);
    }
    if (!text.matches("\\d{1,4}(?:\\.\\d{1,6})?") || new BigDecimal(text).signum() == 0) {
      throw new IllegalStateException(
          "CARILLON_PRICE_PER_MINUTE is no amount of dollars such as 0.08");
    }
    return new CallPrice(new BigDecimal(text));
  }

  /// What one call may cost at most: the carrier ends it at its time limit.
  public @Nullable BigDecimal mostOfOne() {
    return perMinute == null ? null : perMinute.multiply(minutes(FenceRows.TIME_LIMIT));
  }

  private static BigDecimal minutes(Duration longest) {
    return BigDecimal.valueOf(Math.ceilDiv(longest.toSeconds(), 60));
  }
}
