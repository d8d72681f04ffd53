package dev.carillon.activities.postgres.settings;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.carillon.compliance.Window;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The profile of a business.
///
/// @param hours when it is open; empty: not known
/// @param quietHours when its owner gets no texts; may pass midnight
/// @param disclosure what its agents say first, beside that they are an AI
public record Business(
    String name,
    String timeZone,
    List<Window> hours,
    @Nullable DaySpan lunch,
    @Nullable String ownerNumber,
    @Nullable DaySpan quietHours,
    @Nullable String disclosure,
    @Nullable String callbackNumber) {

  public Business {
    hours = List.copyOf(hours);
  }

  @Override
  public String toString() {
    return "Business";
  }

  /// From one time of the day to another: `from` is inside, `to` is outside.
  public record DaySpan(
      @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = "HH:mm") LocalTime from,
      @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = "HH:mm") LocalTime to) {

    public DaySpan {
      if (from.equals(to)) {
        throw new IllegalArgumentException("a span has a length");
      }
    }
  }
}
