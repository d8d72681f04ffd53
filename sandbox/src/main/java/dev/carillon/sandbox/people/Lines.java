package dev.carillon.sandbox.people;

import java.util.ArrayList;
import java.util.List;

/// The words of the people. A recogniser that listens to them needs to know no others.
public final class Lines {
  static final String HELLO = "Hello?";
  static final String CONFIRM = "Yes, that suits me well. You can count on me.";
  static final String DECLINE = "No thanks, I have no use for it at all.";
  static final String RESCHEDULE = "That day is difficult for me. Is there any other day?";
  static final String RESCHEDULE_WHEN = "Next Tuesday at three would be good.";
  static final String OPT_OUT = "Do not phone me any more. I want to be left alone.";
  static final String WRONG_NUMBER =
      "I am afraid this is the wrong number. I have never heard of that person.";
  static final String CALLBACK = "I am busy just now. Could you call me back tomorrow at ten?";
  static final String CALLBACK_WHEN = "Tomorrow at ten.";
  static final String HUMAN = "I want to speak with a human being.";
  static final String ANGRY = "This is ridiculous. It went wrong once more and I have had enough.";
  static final String OWNER = "Let me talk to your manager.";
  static final String WHO_IS_THIS = "Hold on, what company are you with?";
  static final String THANKS = "Thanks a lot, bye.";
  static final String RAMBLE =
      "Let me tell you, last week my sister bought a boat, and nobody in the family can sail.";
  static final String GREETING =
      "Nobody can take your call just now. Please leave a message after the tone.";
  static final List<String> CHAT =
      List.of(
          "Tell me, is the sun shining in your town?",
          "Remind me, which street is it in?",
          "Can I leave my car nearby?",
          "Will I be done within the hour?");

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
