package dev.carillon.bridge.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SessionStatesTest {

  @ParameterizedTest
  @CsvSource({
    "OPENING,STARTED,CLAIMING",
    "OPENING,END,ENDING",
    "CLAIMING,GRANTED,PREPARING",
    "CLAIMING,END,ENDING",
    "PREPARING,ENGINE_READY,TALKING",
    "PREPARING,END,ENDING",
    "TALKING,MACHINE,LEAVING_MESSAGE",
    "TALKING,FAREWELL,SAYING_GOODBYE",
    "TALKING,END,ENDING",
    "LEAVING_MESSAGE,MACHINE,LEAVING_MESSAGE",
    "LEAVING_MESSAGE,END,ENDING",
    "SAYING_GOODBYE,MACHINE,LEAVING_MESSAGE",
    "SAYING_GOODBYE,INTERRUPTED,TALKING",
    "SAYING_GOODBYE,END,ENDING",
    "ENDING,REPORTED,CLOSED"
  })
  void everyTransitionLeadsWhereItShould(
      SessionState from, SessionStates.Event event, SessionState to) {
    assertThat(SessionStates.after(from, event)).contains(to);
  }

  static Stream<SessionStates.Transition> all() {
    return Arrays.stream(SessionState.values())
        .flatMap(from ->
            Arrays.stream(SessionStates.Event.values())
                .map(event -> new SessionStates.Transition(from, event, from)));
  }

  @ParameterizedTest
  @MethodSource("all")
  void whatIsNotInTheTableChangesNothing(SessionStates.Transition tried) {
    boolean known =
        SessionStates.table().stream()
            .anyMatch(t -> t.from() == tried.from() && t.event() == tried.event());

    assertThat(SessionStates.after(tried.from(), tried.event()).isPresent()).isEqualTo(known);
  }

  @ParameterizedTest
  @CsvSource({"OPENING", "CLAIMING", "PREPARING", "TALKING", "LEAVING_MESSAGE", "SAYING_GOODBYE"})
  void everyOpenStateCanEnd(SessionState state) {
    assertThat(SessionStates.after(state, SessionStates.Event.END)).contains(SessionState.ENDING);
  }
}
