package dev.carillon.bridge.talk;

import static dev.carillon.bridge.talk.SessionState.CLAIMING;
import static dev.carillon.bridge.talk.SessionState.CLOSED;
import static dev.carillon.bridge.talk.SessionState.ENDING;
import static dev.carillon.bridge.talk.SessionState.LEAVING_MESSAGE;
import static dev.carillon.bridge.talk.SessionState.OPENING;
import static dev.carillon.bridge.talk.SessionState.PREPARING;
import static dev.carillon.bridge.talk.SessionState.SAYING_GOODBYE;
import static dev.carillon.bridge.talk.SessionState.TALKING;

import java.util.List;
import java.util.Optional;

/// The media session's state machine as a table: every transition there is, and nothing else.
public final class SessionStates {

  /// What moves a session.
  public enum Event {
    STARTED,
    GRANTED,
    ENGINE_READY,
    /// A machine is on the line: the message is to be left.
    MACHINE,
    /// The agent is about to end the call.
    FAREWELL,
    /// The person speaks although a goodbye was being said.
    INTERRUPTED,
    END,
    REPORTED
  }

  /// One row of the table.
  public record Transition(SessionState from, Event event, SessionState to) {}

  private static final List<Transition> TABLE =
      List.of(
          new Transition(OPENING, Event.STARTED, CLAIMING),
          new Transition(OPENING, Event.END, ENDING),
          new Transition(CLAIMING, Event.GRANTED, PREPARING),
          new Transition(CLAIMING, Event.END, ENDING),
          new Transition(PREPARING, Event.ENGINE_READY, TALKING),
          new Transition(PREPARING, Event.END, ENDING),
          new Transition(TALKING, Event.MACHINE, LEAVING_MESSAGE),
          new Transition(TALKING, Event.FAREWELL, SAYING_GOODBYE),
          new Transition(TALKING, Event.END, ENDING),
          // The carrier's verdict may come when the words gave the machine away before.
          new Transition(LEAVING_MESSAGE, Event.MACHINE, LEAVING_MESSAGE),
          new Transition(LEAVING_MESSAGE, Event.END, ENDING),
          new Transition(SAYING_GOODBYE, Event.MACHINE, LEAVING_MESSAGE),
          new Transition(SAYING_GOODBYE, Event.INTERRUPTED, TALKING),
          new Transition(SAYING_GOODBYE, Event.END, ENDING),
          new Transition(ENDING, Event.REPORTED, CLOSED));

  private SessionStates() {}

  /// The whole table, for tests and diagrams.
  public static List<Transition> table() {
    return TABLE;
  }

  /// Where `event` leads from `from`; empty when it comes too late or makes no sense there.
  public static Optional<SessionState> after(SessionState from, Event event) {
    return TABLE.stream()
        .filter(t -> t.from() == from && t.event() == event)
        .map(Transition::to)
        .findFirst();
  }
}
