package dev.carillon.cli.shell;

import dev.carillon.platform.environment.Environment;

/// What every command works with: the variables it was started with, and where it prints.
public record Session(Environment environment, Terminal terminal) {
  public void say(String line) {
    terminal.say(line);
  }
}
