package dev.carillon.sandbox.people;

import java.util.ArrayList;
import java.util.List;

/// The words of the people. A recogniser that listens to them needs to know no others.
public final class Lines {
  static final String HELLO = "Hello?";
  static final String CONFIRM = "Yes, that works for me. I will be there.";
  static final String DECLINE = "No thank you, I cannot make it and I am not interested.";
  static final String RESCHEDULE = "I need to move it to another day. Can we reschedule?";
  static final String RESCHEDULE_WHEN = "Next Tuesday at three would be good.";
  static final String OPT_OUT = "Please never call this number again.";
  static final String WRONG_NUMBER =
      "You have the wrong number. There is nobody by that name here.";
  static final String CALLBACK = "This is a bad moment. Please call me back tomorrow at ten.";
  static final String CALLBACK_WHEN = "Tomorrow at ten.";
  static final String HUMAN = "I would rather talk to a real person, please.";
  static final String ANGRY = "This is outrageous. You let me down again and I am really angry.";
  static final String OWNER = "I want to speak to the owner of the company.";
  static final String WHO_IS_THIS = "Sorry, wait a second, who is this?";
  static final String THANKS = "Thank you, bye.";
  static final String RAMBLE =
      "So anyway, as I was saying, my neighbour has a new dog and it barks all day long.";
  static final String GREETING =
      "You have reached my voicemail. Please leave a message after the beep.";
  static final List<String> CHAT =
      List.of(
          "Oh, how is the weather over where you are?",
          "And how long have you been doing this?",
          "What was the name of the place once more?",
          "Is there somewhere to park the car?",
          "Do I have to bring anything along?",
          "How long does it usually take?");

  private Lines() {}

  /// Everything that any script may say.
  public static List<String> all() {
    List<String> lines =
        new ArrayList<>(
            List.of(
                HELLO,
                CONFIRM,
                DECLINE,
                RESCHEDULE,
                RESCHEDULE_WHEN,
                OPT_OUT,
                WRONG_NUMBER,
                CALLBACK,
                CALLBACK_WHEN,
                HUMAN,
                ANGRY,
                OWNER,
                WHO_IS_THIS,
                THANKS,
                RAMBLE,
                GREETING));
    lines.addAll(CHAT);
    return List.copyOf(lines);
  }
}
