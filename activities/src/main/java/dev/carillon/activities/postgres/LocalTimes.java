package dev.carillon.activities.postgres;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// People's zones as rows name them, and moments as one says them there.
public final class LocalTimes {
  private static final DateTimeFormatter SPOKEN =
      DateTimeFormatter.ofPattern("EEEE, MMMM d 'at' h:mm a", Locale.US);

  private LocalTimes() {}

  /// The zone of that name; null when there is none.
  public static @Nullable ZoneId zoneOrNull(@Nullable String name) {
    if (name == null) {
      return null;
    }
    try {
      return ZoneId.of(name);
    } catch (DateTimeException _) {
      return null;
    }
  }

  /// The zone of that name, or `otherwise` when there is none.
  public static ZoneId zone(@Nullable String name, ZoneId otherwise) {
    var zone = zoneOrNull(name);
    return zone == null ? otherwise : zone;
  }

  /// A moment as somebody there would say it, such as `Tuesday, June 2 at 3:30 PM`.
  public static String inWords(Instant moment, ZoneId zone) {
    return SPOKEN.format(moment.atZone(zone));
  }
}
