package dev.carillon.platform.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// One part of the platform: how to start it as a process of its own, how to see that it works, how
/// to end it.
///
/// @param environment all variables of the process; nothing is inherited
/// @param log both output streams are appended to it
/// @param requires names of parts that must have been ready once before this one is started first
/// @param beforeStart runs before each start, also after a death: clears what a killed process left
///   behind
/// @param stopLimit after this much time the process is killed
public record Part(
    String name,
    List<String> command,
    Map<String, String> environment,
    Path log,
    Probe probe,
    List<String> requires,
    Runnable beforeStart,
    StopSignal stopSignal,
    Duration stopLimit) {

  public Part {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
    requires = List.copyOf(requires);
  }
}
