package dev.carillon.bridge.talk;

/// Where a media session stands.
public enum SessionState {
  /// The socket is open; the carrier has not said which call this is.
  OPENING,
  /// The workflow is asked for the call.
  CLAIMING,
  /// The call is ours; the voice engine is being set up.
  PREPARING,
  TALKING,
  LEAVING_MESSAGE,
  /// Once this has been heard the call is hung up.
  SAYING_GOODBYE,
  /// The end is being reported.
  ENDING,
  CLOSED
}
