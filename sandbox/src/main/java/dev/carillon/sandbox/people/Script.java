package dev.carillon.sandbox.people;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/// What a call to somebody comes to: either they are not reached, or they answer and play a part.
public enum Script {
  CONFIRM,
  DECLINE,
  RESCHEDULE,
  OPT_OUT,
  WRONG_NUMBER,
  CALLBACK,
  ESCALATE,
  ANGRY,
  SILENT,
  INTERRUPT,
  CHATTY,
  HANG_UP_EARLY,
  HANG_UP_MID_SENTENCE,
  LONG,
  VOICEMAIL,
  NO_ANSWER,
  BUSY,
  FAILED,
  REJECTED;

  /// Its name in scenarios, such as `opt_out`.
  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The script of that name.
  ///
  /// @throws IllegalArgumentException if there is none
  @JsonCreator
  public static Script named(String name) {
    for (Script script : values()) {
      if (script.wireName().equals(name)) {
        return script;
      }
    }
    throw new IllegalArgumentException("no script is called '" + name + "'");
  }

  /// Whether somebody, or a machine, takes the call.
  public boolean answers() {
    return switch (this) {
      case NO_ANSWER, BUSY, FAILED, REJECTED -> false;
      default -> true;
    };
  }

  /// Somebody who plays this part, for one call.
  ///
  /// @throws IllegalStateException if nobody answers in this script
  public Person person() {
    return switch (this) {
      case CONFIRM -> Talker.wanting(Lines.CONFIRM);
      case DECLINE -> Talker.wanting(Lines.DECLINE);
      case RESCHEDULE -> Talker.wanting(Lines.RESCHEDULE, Lines.RESCHEDULE_WHEN);
      case OPT_OUT -> Talker.wanting(Lines.OPT_OUT);
      case WRONG_NUMBER -> Talker.wanting(Lines.WRONG_NUMBER);
      case CALLBACK -> Talker.wanting(Lines.CALLBACK, Lines.CALLBACK_WHEN);
      case ESCALATE -> Talker.wanting(Lines.HUMAN);
      case ANGRY -> new Talker(List.of(), Lines.ANGRY, List.of(Lines.OWNER));
      case SILENT -> new Silent();
      case INTERRUPT -> new Interrupter(Talker.wanting(Lines.CONFIRM));
      case CHATTY -> new Talker(Lines.CHAT, Lines.CONFIRM, List.of());
      case HANG_UP_EARLY -> new Leaver(false);
      case HANG_UP_MID_SENTENCE -> new Leaver(true);
      case LONG -> new Rambler();
      case VOICEMAIL -> new Machine();
      case NO_ANSWER, BUSY, FAILED, REJECTED ->
          throw new IllegalStateException("nobody answers in the script " + wireName());
    };
  }
}
