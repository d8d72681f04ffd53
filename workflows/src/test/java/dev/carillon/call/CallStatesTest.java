package dev.carillon.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class CallStatesTest {

  @Test
  void everyTransitionLeadsWhereTheTableSaysAndAllOthersAreIgnored() {
    var visited = new HashSet<CallStates.Transition>();
    for (var from : CallState.values()) {
      for (var event : CallStates.Event.values()) {
        CallStates.after(from, event)
            .ifPresent(to -> visited.add(new CallStates.Transition(from, event, to)));
      }
    }

    assertThat(visited).containsExactlyInAnyOrderElementsOf(CallStates.table());
  }

  @Test
  void noStateButTheEndIsAnEnd() {
    for (var state : EnumSet.complementOf(EnumSet.of(CallState.ENDED))) {
      assertThat(CallStates.after(state, CallStates.Event.OVER)).contains(CallState.ENDED);
    }
    assertThat(CallStates.table()).noneMatch(t -> t.from() == CallState.ENDED);
  }

  @Test
  void aCallIsSubmittedOnlyThroughTheFence() {
    assertThat(CallStates.table())
        .filteredOn(t -> t.to() == CallState.SUBMITTING)
        .singleElement()
        .isEqualTo(
            new CallStates.Transition(
                CallState.RESERVED, CallStates.Event.FENCE_WON, CallState.SUBMITTING));
  }
}
