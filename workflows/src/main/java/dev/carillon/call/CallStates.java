package dev.carillon.call;

import static dev.carillon.call.CallState.ENDED;
import static dev.carillon.call.CallState.IN_PROGRESS;
import static dev.carillon.call.CallState.QUEUED;
import static dev.carillon.call.CallState.RESERVED;
import static dev.carillon.call.CallState.RINGING;
import static dev.carillon.call.CallState.SCHEDULED;
import static dev.carillon.call.CallState.SUBMITTING;
import static dev.carillon.call.CallState.UNKNOWN;

import java.util.List;
import java.util.Optional;

/// The call's state machine as a table: every transition there is, and nothing else.
public final class CallStates {

  /// What moves a call.
  public enum Event {
    ADMITTED,
    FENCE_WON,
    /// The carrier certainly got nothing: the permit is kept, it may be tried again.
    NOT_SENT,
    ANSWER_UNCLEAR,
    PLACED,
    RANG,
    ANSWERED,
    OVER
  }

  /// One row of the table.
  public record Transition(CallState from, Event event, CallState to) {}

  private static final List<Transition> TABLE =
      List.of(
          new Transition(SCHEDULED, Event.ADMITTED, RESERVED),
          new Transition(SCHEDULED, Event.OVER, ENDED),
          new Transition(RESERVED, Event.FENCE_WON, SUBMITTING),
          new Transition(RESERVED, Event.OVER, ENDED),
          new Transition(SUBMITTING, Event.NOT_SENT, RESERVED),
          new Transition(SUBMITTING, Event.ANSWER_UNCLEAR, UNKNOWN),
          new Transition(SUBMITTING, Event.PLACED, QUEUED),
          // A callback may be faster than the answer to the request that placed the call.
          new Transition(SUBMITTING, Event.RANG, RINGING),
          new Transition(SUBMITTING, Event.ANSWERED, IN_PROGRESS),
          new Transition(SUBMITTING, Event.OVER, ENDED),
          new Transition(UNKNOWN, Event.PLACED, QUEUED),
          new Transition(UNKNOWN, Event.RANG, RINGING),
          new Transition(UNKNOWN, Event.ANSWERED, IN_PROGRESS),
          new Transition(UNKNOWN, Event.OVER, ENDED),
          new Transition(QUEUED, Event.RANG, RINGING),
          new Transition(QUEUED, Event.ANSWERED, IN_PROGRESS),
          new Transition(QUEUED, Event.OVER, ENDED),
          new Transition(RINGING, Event.ANSWERED, IN_PROGRESS),
          new Transition(RINGING, Event.OVER, ENDED),
          new Transition(IN_PROGRESS, Event.OVER, ENDED));

  private CallStates() {}

  /// The whole table, for tests and diagrams.
  public static List<Transition> table() {
    return TABLE;
  }

  /// Where `event` leads from `from`; empty when the event is late or makes no sense there and is
  /// to be ignored.
  public static Optional<CallState> after(CallState from, Event event) {
    return TABLE.stream()
        .filter(t -> t.from() == from && t.event() == event)
        .map(Transition::to)
        .findFirst();
  }
}
