package dev.carillon.reminder;

import dev.carillon.policy.ActivityPolicies;
import io.temporal.common.SearchAttributeKey;
import io.temporal.workflow.Workflow;
import java.time.Instant;

/// Prepares the campaign of the date the schedule was due for, then starts it. The date comes from
/// the schedule, not from the clock, so that a late run still reminds of the right day.
public final class ReminderSweepWorkflowImpl implements ReminderSweepWorkflow {
  private static final SearchAttributeKey<java.time.OffsetDateTime> DUE =
      SearchAttributeKey.forOffsetDateTime("TemporalScheduledStartTime");

  private final ReminderDesk desk = ActivityPolicies.BOOKS.stub(ReminderDesk.class);

  @Override
  public SweepEnd run(SweepStart start) {
    var prepared =
        desk.prepare(new ReminderDesk.Run(start.tenantId(), start.scheduleId(), nominal()));
    if (prepared.campaignId() != null) {
      desk.launch(prepared);
    }
    Workflow.setCurrentDetails(
        prepared.campaignId() == null
            ? "Nobody to remind."
            : "Reminder campaign for " + prepared.people() + " people.");
    return new SweepEnd(prepared.campaignId(), prepared.people());
  }

  private static Instant nominal() {
    var due = Workflow.getTypedSearchAttributes().get(DUE);
    return due == null ? Instant.ofEpochMilli(Workflow.currentTimeMillis()) : due.toInstant();
  }
}
