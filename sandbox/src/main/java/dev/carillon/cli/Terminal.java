package dev.carillon.cli;

import java.io.PrintWriter;

/// Prints lines from any thread, each at once and whole.
final class Terminal {
  private final PrintWriter out;

  Terminal(PrintWriter out) {
    this.out = out;
  }

  synchronized void say(String line) {
    out.println(line);
    out.flush();
  }
}
