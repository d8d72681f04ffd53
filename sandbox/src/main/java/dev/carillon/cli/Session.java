package dev.carillon.cli;

import dev.carillon.platform.Environment;

/// What every command works with: the variables it was started with, and where it prints.
record Session(Environment environment, Terminal terminal) {
  void say(String line) {
    terminal.say(line);
  }
}
