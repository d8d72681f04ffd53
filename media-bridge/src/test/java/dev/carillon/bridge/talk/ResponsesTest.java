package dev.carillon.bridge.talk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.bridge.engine.FakeEngine;
import dev.carillon.bridge.engine.Prompt;
import org.junit.jupiter.api.Test;

class ResponsesTest {
  private final FakeEngine engine = new FakeEngine("openai-realtime");
  private final Responses responses = new Responses(engine);

  @Test
  void onlyOneResponseIsUnderWayAtATime() {
    responses.want(Prompt.going("one"));
    responses.want(Prompt.going("two"));
    assertThat(engine.asked).containsExactly("respond one");

    responses.began("r1");
    responses.ended("r1");

    assertThat(engine.asked).containsExactly("respond one", "respond two");
  }

  @Test
  void theEnginesOwnResponseIsWaitedForToo() {
    responses.began("r1");
    responses.want(Prompt.going("one"));
    assertThat(engine.asked).isEmpty();

    responses.ended("r1");

    assertThat(engine.asked).containsExactly("respond one");
  }

  @Test
  void nothingIsSaidIntoThePersonsTurn() {
    responses.personBegan();
    responses.want(Prompt.going("one"));
    assertThat(engine.asked).isEmpty();

    responses.turnPassed();

    assertThat(engine.asked).containsExactly("respond one");
  }

  @Test
  void aRefusedResponseIsAskedForAgainWhenTheOtherOneIsOver() {
    responses.want(Prompt.going("one"));
    responses.refused();
    assertThat(engine.asked).hasSize(1);

    responses.began("r7");
    responses.ended("r7");

    assertThat(engine.asked).containsExactly("respond one", "respond one");
  }

  @Test
  void aRefusalBeforeTheOtherOneIsKnownDoesNotMakeALoop() {
    responses.want(Prompt.going("one"));
    responses.refused();
    responses.refused();

    assertThat(engine.asked).hasSize(1);
  }

  @Test
  void whatIsLeftOfAStoppedResponseIsNotPlayed() {
    responses.began("r1");
    assertThat(responses.plays("r1")).isTrue();

    responses.stop();

    assertThat(responses.plays("r1")).isFalse();
    assertThat(engine.asked).containsExactly("stop");
  }

  @Test
  void aResponseStoppedBeforeItBeganIsNotPlayedEither() {
    responses.want(Prompt.going("one"));
    responses.stop();
    responses.began("r1");

    assertThat(responses.plays("r1")).isFalse();
  }

  @Test
  void aStoppedResponseThatNeverBeganSetsTheWayFree() {
    responses.want(Prompt.going("one"));
    responses.stop();
    responses.want(Prompt.going("two"));
    responses.ended("r1");

    assertThat(engine.asked).containsExactly("respond one", "stop", "respond two");
    responses.began("r2");
    assertThat(responses.plays("r2")).isTrue();
  }

  @Test
  void speechAfterTheEndOfAResponseIsAStraggler() {
    responses.began("r1");
    responses.ended("r1");

    assertThat(responses.plays("r1")).isFalse();
  }

  @Test
  void theEndOfAnOldResponseDoesNotEndTheNewOne() {
    responses.began("r1");
    responses.began("r2");
    responses.ended("r1");

    assertThat(responses.plays("r2")).isTrue();
    assertThat(responses.busy()).isTrue();
  }
}
