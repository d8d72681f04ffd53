package dev.carillon.reminder;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Finds due appointments and makes their campaign. May be repeated: one campaign per schedule and
/// date.
@ActivityInterface
public interface ReminderDesk {

  /// Makes the campaign (DRAFT) for the date the schedule looks ahead to; the caller starts it
  /// through [dev.carillon.campaign.CampaignWorkflow].
  @ActivityMethod(name = "ReminderDesk_prepare")
  Prepared prepare(Run run);

  /// Starts a prepared campaign.
  @ActivityMethod(name = "ReminderDesk_launch")
  Prepared launch(Prepared prepared);

  /// One run: `nominal` is the moment it was due, from the schedule.
  record Run(UUID tenantId, UUID scheduleId, java.time.Instant nominal) {}

  /// The campaign, or null when there was nobody to remind.
  record Prepared(UUID tenantId, @Nullable UUID campaignId, int people, boolean fresh) {}
}
