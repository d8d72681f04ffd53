package dev.carillon.platform.process;

/// Tells the person at the terminal what happens, one line at a time. Called from any thread.
@FunctionalInterface
public interface Narrator {
  void say(String line);
}
