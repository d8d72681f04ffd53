package dev.carillon.activities.postgres.tools;

/// How the owner is told of somebody: name and number, and their words as a quotation.
final class OwnerNotes {
  private static final int LONGEST_QUOTE = 200;

  private OwnerNotes() {}

  static String who(ToolScope scope) {
    return scope.contactName() == null
        ? scope.number().e164()
        : scope.contactName() + " (" + scope.number().e164() + ")";
  }

  static String quote(String words) {
    var text = words.replaceAll("\\s+", " ");
    return "\""
        + (text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "…" : text)
        + "\"";
  }
}
