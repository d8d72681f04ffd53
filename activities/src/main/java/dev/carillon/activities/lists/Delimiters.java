package dev.carillon.activities.lists;

/// Finds out what stands between the cells.
final class Delimiters {
  private static final char[] KNOWN = {',', ';', '\t', '|'};

  private Delimiters() {}

  /// The mark the header uses most, outside of quotes; a comma when it uses none.
  ///
  /// @param start the beginning of the text, with the whole header in it
  static char of(CharSequence start) {
    var counts = new int[KNOWN.length];
    boolean quoted = false;
    boolean seen = false;
    for (int i = 0; i < start.length(); i++) {
      char c = start.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '\n' || c == '\r')) {
        if (seen) {
          break;
        }
      } else if (!quoted) {
        seen = true;
        count(c, counts);
      }
    }
    int best = 0;
    for (int i = 1; i < KNOWN.length; i++) {
      best = counts[i] > counts[best] ? i : best;
    }
    return KNOWN[best];
  }

  private static void count(char c, int[] counts) {
    for (int i = 0; i < KNOWN.length; i++) {
      counts[i] += c == KNOWN[i] ? 1 : 0;
    }
  }
}
