package dev.carillon.api.console.words;

/// What a tool did in a conversation, as a note between two bubbles.
public final class ToolNotes {
  private static final String DONE = ": done";

  private ToolNotes() {}

  /// The note.
  ///
  /// @param line as the bridge writes it: `confirm_appointment: done`
  public static String of(String line) {
    int colon = line.indexOf(':');
    var name = colon < 0 ? line : line.substring(0, colon);
    if (line.endsWith(DONE)) {
      return done(name);
    }
    return colon < 0 ? Words.sentence(line) : Words.sentence(name) + line.substring(colon);
  }

  private static String done(String name) {
    return switch (name) {
      case "confirm_appointment" -> "Appointment confirmed";
      case "reschedule_appointment" -> "Appointment moved";
      case "cancel_appointment" -> "Appointment cancelled";
      case "book_appointment" -> "Appointment booked";
      case "opt_out" -> "Put on the don’t-call list";
      case "call_back_at" -> "Call back promised";
      case "capture_lead" -> "Lead written down";
      case "escalate" -> "Owner told";
      case "transfer_to_human" -> "Put through to a person";
      case "report_wrong_number" -> "Noted as a wrong number";
      case "operator_says" -> "Somebody here speaks through the agent";
      case "end_call" -> "Said goodbye and hung up";
      case "get_available_slots" -> "Looked for free times";
      case "send_text" -> "Text sent";
      default -> Words.sentence(name);
    };
  }
}
