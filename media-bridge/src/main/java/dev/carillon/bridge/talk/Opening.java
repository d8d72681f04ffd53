package dev.carillon.bridge.talk;

import dev.carillon.bridge.engine.Prompt;
import dev.carillon.call.CallBrief;

/// How the agent opens a conversation, and how it goes on after the line or the engine broke: who
/// is owed an answer gets it, a sentence that broke off is gone on with, who was heard out is left
/// in peace.
final class Opening {
  private static final Prompt GO_ON =
      Prompt.going(
          "The line was interrupted for a moment. Do not greet again and repeat nothing: go on"
              + " where the conversation was.");

  private final CallBrief brief;
  private final Speaking speaking;
  private final Voicemail voicemail;
  private final EngineWatch watch;
  private boolean brokeOff;

  Opening(CallBrief brief, Speaking speaking, Voicemail voicemail, EngineWatch watch) {
    this.brief = brief;
    this.speaking = speaking;
    this.voicemail = voicemail;
    this.watch = watch;
  }

  void open() {
    watch.expect();
    if (brief.machineAnswered()) {
      voicemail.carrierSaysMachine();
    } else if (!voicemail.begins()) {
      greet();
    }
  }

  /// The engine was lost.
  ///
  /// @param answering it was about to say something
  void interrupted(boolean answering) {
    watch.satisfied();
    brokeOff = answering;
  }

  /// Another engine is ready.
  ///
  /// @param hearsPerson it is being given what the person said, and answers by itself
  /// @param silent nothing is being said
  void resumed(boolean hearsPerson, boolean silent) {
    if (voicemail.begunAnew() || hearsPerson) {
      return;
    }
    var transcript = speaking.transcript();
    if (transcript.lines() == 0 && silent) {
      greet();
    } else if (brokeOff || transcript.personSpokeLast()) {
      speaking.responses().demand(GO_ON);
      watch.expect();
    }
  }

  private void greet() {
    if (brief.heardSoFar().isEmpty()) {
      speaking
          .responses()
          .want(Prompt.exactly("Say exactly this, and nothing else: ", brief.greeting()));
    } else {
      speaking.responses().want(GO_ON);
    }
  }
}
