package dev.carillon.api.console.words;

/// The names that forms give to the fields of the REST API.
public final class FieldNames {
  private FieldNames() {}

  /// The label, or the field's own words when no form has it.
  ///
  /// @param field a path such as `redial.NO_ANSWER[0]`
  public static String of(String field) {
    var plain = field.replaceAll("\\[\\d+]", "");
    return switch (plain) {
      case "name" -> "Name";
      case "purpose" -> "Purpose";
      case "objective" -> "What should come of the call";
      case "agentId" -> "Agent";
      case "contactIds", "importId" -> "People";
      case "maxAttempts" -> "Try each person";
      case "redial.NO_ANSWER" -> "If nobody answers";
      case "redial.BUSY" -> "If the line is busy";
      case "redial.VOICEMAIL" -> "After a voicemail";
      case "redial.FAILED" -> "If the call fails";
      case "pace.callsPerSecond" -> "Calls a minute";
      case "pace.concurrency" -> "At once";
      case "window.days" -> "Days";
      case "window.from" -> "Call from";
      case "window.to" -> "Call until";
      case "startAt" -> "Start";
      case "endAt" -> "End";
      case "budget.amount", "budget.currency" -> "Spend at most";
      case "smsFallback", "text" -> "Text";
      case "scheduledTime" -> "When";
      case "phoneNumber" -> "Phone number";
      case "timeZone" -> "Time zone";
      case "consents.source" -> "Where they said so";
      case "consents.givenAt" -> "Since";
      case "file" -> "File";
      default -> Words.sentence(plain.replaceAll("([a-z])([A-Z])", "$1 $2").replace('.', ' '));
    };
  }
}
