package dev.carillon.sandbox.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class PeopleTest {
  private final People people = new People();

  @Test
  void eachAttemptHasItsScriptAndTheLastRepeats() throws JsonProcessingException {
    settle(
        """
        {"people":[{"phoneNumber":"+14155550123","scripts":["no_answer","confirm"]}]}
        """);

    assertThat(people.call("+14155550123").script()).isEqualTo(Script.NO_ANSWER);
    assertThat(people.call("+14155550123").script()).isEqualTo(Script.CONFIRM);
    assertThat(people.call("+14155550123").script()).isEqualTo(Script.CONFIRM);
    assertThat(people.call("+14155550123").attempt()).isEqualTo(3);
  }

  @Test
  void aResidentMayHaveTheirOwnRingAndVoice() throws JsonProcessingException {
    settle(
        """
        {"people":[{"phoneNumber":"+14155550123","scripts":"busy","ringSeconds":2.5,
                    "voice":{"pitchHz":90,"rate":1.2}}]}
        """);

    People.Part part = people.call("+14155550123");

    assertThat(part.ring()).isEqualTo(Duration.ofMillis(2500));
    assertThat(part.voice()).isEqualTo(new Voice(90, 1.2f));
  }

  @Test
  void whoIsNotListedDoesWhatTheScenarioSaysOtherwise() throws JsonProcessingException {
    assertThat(people.next("+14155550177")).isEqualTo(Script.CONFIRM);

    settle("{\"otherwise\":\"no_answer\",\"noAnswerSeconds\":3}");

    assertThat(people.call("+14155550177").script()).isEqualTo(Script.NO_ANSWER);
    assertThat(people.call("+14155550177").ring()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void somebodySoundsTheSameInEveryCall() {
    assertThat(people.call("+14155550177").voice()).isEqualTo(people.call("+14155550177").voice());
  }

  @Test
  void anUnknownScriptIsNamedInTheError() {
    assertThatThrownBy(() ->
            settle("{\"people\":[{\"phoneNumber\":\"+14155550123\",\"scripts\":[\"sing\"]}]}"))
        .hasMessageContaining("sing");
  }

  private void settle(String json) throws JsonProcessingException {
    people.settle(new ObjectMapper().readValue(json, Scenario.class));
  }
}
