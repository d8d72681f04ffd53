package dev.carillon.bridge.talk;

/// The state one session is in, moved only along [SessionStates].
public final class Stage {
  private SessionState state = SessionState.OPENING;

  public SessionState state() {
    return state;
  }

  public boolean is(SessionState other) {
    return state == other;
  }

  /// Whether the conversation is going on in one way or another.
  public boolean live() {
    return state == SessionState.TALKING
        || state == SessionState.LEAVING_MESSAGE
        || state == SessionState.SAYING_GOODBYE;
  }

  /// Moves; false when the event has no meaning in the present state.
  public boolean on(SessionStates.Event event) {
    var next = SessionStates.after(state, event);
    next.ifPresent(to -> state = to);
    return next.isPresent();
  }
}
