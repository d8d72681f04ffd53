package dev.carillon.bench;

import dev.carillon.platform.process.Narrator;

/// One figure, or a few that belong together.
public interface Bench {
  /// What `./carillon bench` calls it.
  String name();

  /// What is measured, in one line.
  String what();

  /// Measures, tells the figures, and says whether the goal was reached.
  boolean run(Narrator out) throws InterruptedException;
}
