package dev.carillon.activities.lists;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;

/// A text with something put behind it.
final class EndedReader extends Reader {
  private final Reader text;
  private final Reader end;
  private boolean over;

  EndedReader(Reader text, String end) {
    this.text = text;
    this.end = new StringReader(end);
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    if (!over) {
      int count = text.read(target, offset, length);
      if (count >= 0) {
        return count;
      }
      over = true;
    }
    return end.read(target, offset, length);
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
