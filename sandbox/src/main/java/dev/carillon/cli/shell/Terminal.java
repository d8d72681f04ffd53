package dev.carillon.cli.shell;

import java.io.PrintWriter;
import java.util.List;

/// Prints lines from any thread, each at once and whole; on a real terminal it can also redraw the
/// last ones.
public final class Terminal {
  private static final String UP_AND_CLEAR = "\033[1A\033[2K";

  private final PrintWriter out;
  private final boolean interactive;
  private int drawn;

  public Terminal(PrintWriter out, boolean interactive) {
    this.out = out;
    this.interactive = interactive;
  }

  /// Whether a person watches, so that redrawing makes sense.
  public boolean interactive() {
    return interactive;
  }

  public synchronized void say(String line) {
    drawn = 0;
    out.println(line);
    out.flush();
  }

  /// Replaces what the call before has drawn, if nothing was said since.
  public synchronized void redraw(List<String> lines) {
    out.print(UP_AND_CLEAR.repeat(drawn));
    lines.forEach(out::println);
    drawn = lines.size();
    out.flush();
  }
}
