package dev.carillon.reminder;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;

/// Keeps the time of schedules: starts a [ReminderSweepWorkflow] when one is due. Every method may
/// be repeated.
public interface RunTimes {

  /// Makes a schedule run at these times, or changes when it does.
  void set(Times times);

  /// No more runs; one under way goes on. Harmless for a schedule that is not known.
  void remove(UUID scheduleId);

  /// Runs it now, beside its times. The date's campaign is made once, however often it runs.
  void runNow(UUID scheduleId);

  /// The times of a schedule.
  ///
  /// @param at on the wall clock of `zone`, on each of `days`
  record Times(UUID tenantId, UUID scheduleId, LocalTime at, Set<DayOfWeek> days, ZoneId zone) {
    public Times {
      days = Set.copyOf(days);
    }
  }
}
