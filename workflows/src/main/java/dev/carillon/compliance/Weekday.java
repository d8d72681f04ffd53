package dev.carillon.compliance;

import java.time.DayOfWeek;

/// A day of the week by the short name that the API and the rule files use.
public enum Weekday {
  MON,
  TUE,
  WED,
  THU,
  FRI,
  SAT,
  SUN;

  /// The short name of `day`.
  public static Weekday of(DayOfWeek day) {
    return switch (day) {
      case MONDAY -> MON;
      case TUESDAY -> TUE;
      case WEDNESDAY -> WED;
      case THURSDAY -> THU;
      case FRIDAY -> FRI;
      case SATURDAY -> SAT;
      case SUNDAY -> SUN;
    };
  }
}
