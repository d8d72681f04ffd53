package dev.carillon.call;

/// How a stream ended, told by the bridge before it closes the socket.
///
/// @param lines how many transcript lines the bridge has sent to api for this call, all streams
///   together
/// @param hangUp the call is to be ended (goodbye said, time over, nobody there); false when the
///   line broke
/// @param messageLeft the voicemail message was played to its end
/// @param machine a machine was recognised, by the carrier or by its words
public record StreamEnd(
    Reason reason,
    int lines,
    boolean personSpoke,
    boolean hangUp,
    boolean messageLeft,
    boolean machine) {

  /// Why the stream ended.
  public enum Reason {
    PERSON_HUNG_UP,
    AGENT_ENDED,
    MESSAGE_LEFT,
    TIME_LIMIT,
    SILENCE,
    ENGINE_FAILED,
    LINE_LOST,
    BRIDGE_DRAINING
  }
}
