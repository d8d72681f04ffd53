package dev.carillon.conversation;

/// What a person says on a call that is acted on whatever the model makes of it.
public enum SpokenAlarm {
  NONE,
  /// Never wants to be called again.
  OPT_OUT,
  /// Somebody is in danger now.
  EMERGENCY
}
