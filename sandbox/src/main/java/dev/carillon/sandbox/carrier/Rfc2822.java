package dev.carillon.sandbox.carrier;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Dates as the carrier writes them: `Tue, 31 Aug 2010 20:36:28 +0000`.
public final class Rfc2822 {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.US)
          .withZone(ZoneOffset.UTC);

  private Rfc2822() {}

  /// The moment, in UTC.
  public static String of(Instant moment) {
    return FORMAT.format(moment);
  }
}
