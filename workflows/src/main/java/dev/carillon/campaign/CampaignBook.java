package dev.carillon.campaign;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/// The business's books of campaigns. Every method may be repeated.
@ActivityInterface
public interface CampaignBook {

  /// Carries out a command if the stored state allows it. Starting makes every journey and its
  /// first row of the dial queue. Cancelling gives every waiting journey its outcome and tells the
  /// active ones.
  @ActivityMethod(name = "CampaignBook_apply")
  CampaignAnswer apply(Command command);

  /// Closes the campaign when every journey has its outcome (`done`), and says in which state it
  /// is.
  @ActivityMethod(name = "CampaignBook_closeIfDone")
  CampaignAnswer closeIfDone(CampaignRef campaign);

  /// Tells the owner by text that the campaign is finished, if the tenant has an owner's number.
  @ActivityMethod(name = "CampaignBook_tellOwner")
  CampaignAnswer tellOwner(CampaignRef campaign);

  /// See [CampaignBook#apply].
  record Command(CampaignRef campaign, CampaignCommand command) {}
}
