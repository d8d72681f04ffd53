package dev.carillon.account;

import dev.carillon.call.CallStart;
import dev.carillon.campaign.JourneyStart;
import dev.carillon.campaign.Permit;

/// Starts the workflows of admitted calls. Both may be repeated: a permit that seems lost is sent
/// again.
public interface Admissions {

  /// Gives the journey its permit, starting its workflow with the first one.
  void admitJourney(JourneyStart journey, Permit permit);

  /// Starts a call that belongs to no journey.
  void startCall(CallStart call);
}
