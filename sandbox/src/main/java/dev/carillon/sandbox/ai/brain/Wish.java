package dev.carillon.sandbox.ai.brain;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What somebody may want of a call, the weightiest first: the tools that do it, the intent of the
/// sentence that answers it, how it is recognised in written words, and how it is reported.
enum Wish {
  OPT_OUT(
      "opt_out",
      "opted_out",
      "\\bstop (calling|texting)\\b|^\\W*stop\\W*$|never call|(do not|don't)"
          + " (call|phone|contact)|unsubscribe|(take|remove) me|off your list",
      "OPTED_OUT OPT_OUT DO_NOT_CALL UNSUBSCRIBED NEGATIVE NONE LOW",
      "The person asked not to be called again.",
      "Do not contact this person again."),
  WRONG_NUMBER(
      "report_wrong_number",
      "wrong_number",
      "wrong number|nobody by that name",
      "WRONG_NUMBER WRONG NEUTRAL NONE LOW",
      "The number belongs to somebody else.",
      "Find the right number of the contact."),
  ANGRY(
      "escalate transfer_to_human",
      "escalated",
      "outrageous|ridiculous|really angry|let me down",
      "ESCALATED HUMAN TRANSFER NEGATIVE LOW",
      "The person is angry and was promised that somebody gets in touch.",
      "Call the person yourself, soon."),
  HUMAN(
      "escalate transfer_to_human",
      "escalated",
      "real person|human being|speak to (someone|somebody|the owner|a person)|\\bmanager\\b",
      "ESCALATED HUMAN TRANSFER NEUTRAL MEDIUM",
      "The person wants to talk to a human.",
      "Call the person yourself."),
  CALLBACK(
      "call_back_at",
      "callback",
      "call (me )?back|(call|ring|phone) me (again|later)|bad moment",
      "CALLBACK_REQUESTED CALLBACK CALL_BACK LATER NEUTRAL MEDIUM",
      "The person asked to be called at another time.",
      "Call again at the time that was wished for."),
  RESCHEDULE(
      "reschedule_appointment",
      "rescheduled",
      "reschedul|(another|different|other) (day|time)|move it|can we make it",
      "RESCHEDULE_REQUESTED RESCHEDULE POSITIVE NEUTRAL MEDIUM",
      "The person would like the appointment at another time.",
      "Offer another time."),
  CANCEL(
      "cancel_appointment",
      "cancelled",
      "cancel (my|the|that)|please cancel",
      "CANCELLED CANCELED DECLINED NOT_INTERESTED NEUTRAL LOW NONE",
      "The person cancelled the appointment.",
      "Give the time to somebody else."),
  DECLINE(
      "",
      "declined",
      "(cannot|can't|can not) make it|not interested|no thank|don't need it",
      "DECLINED NOT_INTERESTED REFUSED NEGATIVE NEUTRAL LOW NONE",
      "The person declined.",
      ""),
  CONFIRM(
      "confirm_appointment",
      "confirmed",
      "works for me|will be there|is fine|\\bi confirm|\\byes\\b|sounds good",
      "GOAL_ACHIEVED CONFIRMED ACHIEVED SUCCESS BOOKED POSITIVE HIGH",
      "The person agreed to the appointment.",
      ""),
  MACHINE(
      "",
      "message",
      "voice ?mail|leave a message|after the (beep|tone)",
      "MESSAGE_LEFT VOICEMAIL TALKED NEUTRAL NONE",
      "A machine answered.",
      ""),
  NOTHING(
      "",
      "listening",
      "(?!)",
      "TALKED OTHER UNKNOWN UNCLEAR NEUTRAL NONE MEDIUM",
      "They talked, but nothing was settled.",
      "");

  private static final Pattern BLANK = Pattern.compile(" ");

  private final String tools;
  private final String answer;
  private final Pattern written;
  private final String words;
  private final String report;
  private final String nextAction;

  Wish(
      String tools, String answer, String written, String words, String report, String nextAction) {
    this.tools = tools;
    this.answer = answer;
    this.written = Pattern.compile(written, Pattern.CASE_INSENSITIVE);
    this.words = words;
    this.report = report;
    this.nextAction = nextAction;
  }

  /// The wish that an intent of the catalogue of phrases stands for.
  static Optional<Wish> ofIntent(String intent) {
    for (Wish wish : values()) {
      if (wish.name().toLowerCase(Locale.ROOT).equals(intent)) {
        return Optional.of(wish);
      }
    }
    return Optional.empty();
  }

  /// The weightiest wish in written words.
  static Wish ofText(String text) {
    for (Wish wish : values()) {
      if (wish.written.matcher(text).find()) {
        return wish;
      }
    }
    return NOTHING;
  }

  List<String> tools() {
    return each(tools);
  }

  String answer() {
    return answer;
  }

  List<String> words() {
    return each(words);
  }

  String report() {
    return report;
  }

  String nextAction() {
    return nextAction;
  }

  private static List<String> each(String names) {
    return BLANK.splitAsStream(names).filter(name -> !name.isEmpty()).toList();
  }
}
