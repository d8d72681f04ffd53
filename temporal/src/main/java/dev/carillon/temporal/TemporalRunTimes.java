package dev.carillon.temporal;

import dev.carillon.policy.SearchKeys;
import dev.carillon.policy.TaskQueues;
import dev.carillon.policy.WorkflowIds;
import dev.carillon.reminder.ReminderSweepWorkflow;
import dev.carillon.reminder.ReminderSweepWorkflow.SweepStart;
import dev.carillon.reminder.RunTimes;
import io.temporal.api.enums.v1.ScheduleOverlapPolicy;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.schedules.Schedule;
import io.temporal.client.schedules.ScheduleActionStartWorkflow;
import io.temporal.client.schedules.ScheduleAlreadyRunningException;
import io.temporal.client.schedules.ScheduleCalendarSpec;
import io.temporal.client.schedules.ScheduleClient;
import io.temporal.client.schedules.ScheduleException;
import io.temporal.client.schedules.ScheduleOptions;
import io.temporal.client.schedules.SchedulePolicy;
import io.temporal.client.schedules.ScheduleRange;
import io.temporal.client.schedules.ScheduleSpec;
import io.temporal.client.schedules.ScheduleUpdate;
import io.temporal.common.SearchAttributes;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/// Keeps schedules in Temporal. A run that could not begin within a quarter of an hour is left out:
/// yesterday's campaign must not dial today.
public final class TemporalRunTimes implements RunTimes {
  private static final Duration CATCH_UP = Duration.ofMinutes(15);
  private static final int DAYS_OF_A_WEEK = 7;

  private final ScheduleClient client;

  public TemporalRunTimes(TemporalConnection connection) {
    this.client = connection.schedules();
  }

  @Override
  public void set(Times times) {
    var schedule = schedule(times);
    var id = WorkflowIds.reminder(times.scheduleId());
    try {
      client.createSchedule(id, schedule, ScheduleOptions.newBuilder().build());
    } catch (ScheduleAlreadyRunningException _) {
      client.getHandle(id).update(input -> new ScheduleUpdate(schedule));
    }
  }

  private static Schedule schedule(Times times) {
    return Schedule.newBuilder()
        .setAction(action(times))
        .setSpec(
            ScheduleSpec.newBuilder()
                .setCalendars(List.of(calendar(times)))
                .setTimeZoneName(times.zone().getId())
                .build())
        .setPolicy(
            SchedulePolicy.newBuilder()
                .setOverlap(ScheduleOverlapPolicy.SCHEDULE_OVERLAP_POLICY_SKIP)
                .setCatchupWindow(CATCH_UP)
                .setPauseOnFailure(true)
                .build())
        .build();
  }

  private static ScheduleActionStartWorkflow action(Times times) {
    var attributes =
        SearchAttributes.newBuilder()
            .set(SearchKeys.TENANT_ID, times.tenantId().toString())
            .build();
    return ScheduleActionStartWorkflow.newBuilder()
        .setWorkflowType(ReminderSweepWorkflow.class)
        .setArguments(new SweepStart(times.tenantId(), times.scheduleId()))
        .setOptions(
            WorkflowOptions.newBuilder()
                .setWorkflowId(WorkflowIds.reminder(times.scheduleId()))
                .setTaskQueue(TaskQueues.CALLS)
                .setTypedSearchAttributes(attributes)
                .setStaticSummary("Reminder sweep")
                // A schedule with a summary alone cannot be read back through a codec: the SDK
                // decodes the details whether there are any or not, and fails to change it.
                .setStaticDetails("Finds the appointments due for a reminder, starts their calls.")
                .build())
        .build();
  }

  private static ScheduleCalendarSpec calendar(Times times) {
    return ScheduleCalendarSpec.newBuilder()
        .setHour(List.of(new ScheduleRange(times.at().getHour())))
        .setMinutes(List.of(new ScheduleRange(times.at().getMinute())))
        .setDayOfWeek(
            times.days().stream()
                .sorted()
                .map(day -> new ScheduleRange(sundayIsZero(day)))
                .toList())
        .build();
  }

  private static int sundayIsZero(DayOfWeek day) {
    return day.getValue() % DAYS_OF_A_WEEK;
  }

  @Override
  public void remove(UUID scheduleId) {
    try {
      client.getHandle(WorkflowIds.reminder(scheduleId)).delete();
    } catch (ScheduleException _) {
      // Not known: nothing runs any more, which is what was asked for.
    }
  }

  @Override
  public void runNow(UUID scheduleId) {
    client.getHandle(WorkflowIds.reminder(scheduleId)).trigger();
  }
}
