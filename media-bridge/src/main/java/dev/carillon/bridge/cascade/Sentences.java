package dev.carillon.bridge.cascade;

import java.util.ArrayList;
import java.util.List;

/// Cuts text that arrives in pieces into sentences that can be spoken: a voice that is given half
/// sentences sounds like one that reads a list.
final class Sentences {
  private static final int LONGEST = 400;

  private final StringBuilder rest = new StringBuilder();

  /// Takes more text; returns the sentences that are whole now.
  List<String> add(String more) {
    rest.append(more);
    var whole = new ArrayList<String>();
    for (int end = end(); end > 0; end = end()) {
      take(end, whole);
    }
    return whole;
  }

  /// What is left when the text is over; empty when nothing is.
  String rest() {
    var left = rest.toString().strip();
    rest.setLength(0);
    return left;
  }

  private void take(int end, List<String> whole) {
    var sentence = rest.substring(0, end).strip();
    rest.delete(0, end);
    if (!sentence.isEmpty()) {
      whole.add(sentence);
    }
  }

  /// Where the first whole sentence ends: a mark followed by space, not after a single letter or a
  /// digit's point; or at a word's end when it grows too long.
  private int end() {
    for (int i = 0; i + 1 < rest.length(); i++) {
      if (".!?".indexOf(rest.charAt(i)) >= 0
          && Character.isWhitespace(rest.charAt(i + 1))
          && !abbreviation(i)) {
        return i + 1;
      }
    }
    if (rest.length() > LONGEST) {
      int space = rest.lastIndexOf(" ", LONGEST);
      return space > 0 ? space : LONGEST;
    }
    return 0;
  }

  private boolean abbreviation(int mark) {
    if (rest.charAt(mark) != '.') {
      return false;
    }
    int start = mark;
    while (start > 0 && Character.isLetter(rest.charAt(start - 1))) {
      start--;
    }
    var word = rest.substring(start, mark);
    return word.length() == 1 || word.equals("Mr") || word.equals("Mrs") || word.equals("Dr");
  }
}
