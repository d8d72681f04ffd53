package dev.carillon.sandbox.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PersonTest {
  private static final String GREETING =
      "Hello, I am calling about your appointment. Does it suit you?";

  private final FakePhone phone = new FakePhone();

  @Test
  void whoConfirmsSaysSoThanksAndHangsUpAfterTheGoodbye() {
    Person person = takingTheCall(Script.CONFIRM);

    phone.hears(person, GREETING);
    assertThat(phone.said).containsExactly(Lines.CONFIRM);
    phone.hears(person, "Great, your appointment is confirmed.");
    assertThat(phone.last()).isEqualTo(Lines.THANKS);
    phone.hears(person, "Goodbye, and all the best to you.");
    phone.pass(2);

    assertThat(phone.hungUp).isTrue();
    assertThat(phone.said).containsExactly(Lines.CONFIRM, Lines.THANKS);
  }

  @Test
  void whoIsNotUnderstoodSaysItAgain() {
    Person person = takingTheCall(Script.OPT_OUT);
    phone.hears(person, GREETING);

    phone.hears(person, "I am sorry, I did not catch that.");

    assertThat(phone.said).containsExactly(Lines.OPT_OUT, Lines.OPT_OUT);
  }

  @Test
  void whoIsAskedForDetailsGivesThem() {
    Person person = takingTheCall(Script.RESCHEDULE);
    phone.hears(person, GREETING);

    phone.hears(person, "What day and time would suit you better?");

    assertThat(phone.last()).isEqualTo(Lines.RESCHEDULE_WHEN);
  }

  @Test
  void aFillerIsWaitedOut() {
    Person person = takingTheCall(Script.CONFIRM);
    phone.hears(person, GREETING);

    phone.hears(person, "One moment, please.");

    assertThat(phone.said).containsExactly(Lines.CONFIRM);
  }

  @Test
  void nobodySpeakingIsGreetedThreeTimesAndThenLeft() {
    takingTheCall(Script.CONFIRM);

    phone.pass(20);

    assertThat(phone.said).containsExactly(Lines.HELLO, Lines.HELLO, Lines.HELLO);
    assertThat(phone.hungUp).isTrue();
  }

  @Test
  void whoGetsNoAnswerRepeatsAndGivesUp() {
    Person person = takingTheCall(Script.CONFIRM);
    phone.hears(person, GREETING);

    phone.pass(30);

    assertThat(phone.said).hasSize(3).containsOnly(Lines.CONFIRM);
    assertThat(phone.hungUp).isTrue();
  }

  @Test
  void whoseWordsAreNotUnderstoodByThePersonStillGetsTheirWish() {
    Person person = takingTheCall(Script.DECLINE);

    phone.hears(person, "");

    assertThat(phone.said).containsExactly(Lines.DECLINE);
  }

  @Test
  void theChattyTalkSixTimesBeforeTheyConfirm() {
    Person person = takingTheCall(Script.CHATTY);
    phone.hears(person, GREETING);
    for (int turn = 0; turn < 6; turn++) {
      phone.hears(person, "It is sunny here, thank you for asking.");
    }

    assertThat(phone.said).startsWith(Lines.CHAT.toArray(String[]::new)).endsWith(Lines.CONFIRM);
  }

  @Test
  void theAngryAskForTheOwner() {
    Person person = takingTheCall(Script.ANGRY);
    phone.hears(person, GREETING);
    phone.hears(person, "I see. Does the time still suit you?");

    assertThat(phone.said).containsExactly(Lines.ANGRY, Lines.OWNER);
  }

  @Test
  void theInterrupterTalksOverTheGreetingAndThenConfirms() {
    Person person = takingTheCall(Script.INTERRUPT);
    phone.voice = true;
    person.voiceBegan();
    phone.pass(2);
    assertThat(phone.said).containsExactly(Lines.WHO_IS_THIS);
    phone.voice = false;

    person.heard(new Turn("Hello, this is", java.time.Duration.ZERO, phone.elapsed()));
    phone.hears(person, "I am an automated assistant. Does the time still suit you?");

    assertThat(phone.said).containsExactly(Lines.WHO_IS_THIS, Lines.CONFIRM);
  }

  @Test
  void aMachineGreetsBeepsAndListensUntilItIsQuiet() {
    takingTheCall(Script.VOICEMAIL);

    phone.pass(3);
    assertThat(phone.said).containsExactly(Lines.GREETING, "beep");
    phone.pass(10);

    assertThat(phone.hungUp).isTrue();
  }

  @Test
  void whoHangsUpEarlySaysNothing() {
    takingTheCall(Script.HANG_UP_EARLY);

    phone.pass(1);

    assertThat(phone.hungUp).isTrue();
    assertThat(phone.said).isEmpty();
  }

  @Test
  void whoHangsUpMidSentenceDoesSoDuringTheFirstExchange() {
    Person person = takingTheCall(Script.HANG_UP_MID_SENTENCE);

    phone.hears(person, GREETING);

    assertThat(phone.hungUp).isTrue();
  }

  @Test
  void theSilentLeaveAfterHalfAMinute() {
    takingTheCall(Script.SILENT);
    phone.pass(29);
    assertThat(phone.hungUp).isFalse();

    phone.pass(2);

    assertThat(phone.hungUp).isTrue();
    assertThat(phone.said).isEmpty();
  }

  @Test
  void theRamblerTalksUntilTheCallIsEnded() {
    Person person = takingTheCall(Script.LONG);
    phone.hears(person, GREETING);

    phone.pass(30);

    assertThat(phone.said).hasSizeGreaterThan(15).containsOnly(Lines.RAMBLE);
  }

  private Person takingTheCall(Script script) {
    Person person = script.person();
    person.answered(phone);
    person.lineOpened();
    return person;
  }
}
