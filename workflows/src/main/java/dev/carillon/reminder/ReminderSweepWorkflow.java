package dev.carillon.reminder;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.UUID;

/// One run of a tenant's schedule: finds the appointments due for a reminder and launches their
/// campaign, once per date.
@WorkflowInterface
public interface ReminderSweepWorkflow {

  @WorkflowMethod(name = "ReminderSweep")
  SweepEnd run(SweepStart start);

  /// Which schedule runs.
  record SweepStart(UUID tenantId, UUID scheduleId) {}

  /// What it launched: `campaignId` is null when nobody was due or the date had its campaign
  /// already.
  record SweepEnd(@org.jspecify.annotations.Nullable UUID campaignId, int people) {}
}
