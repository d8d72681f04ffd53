package dev.carillon.platform.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// The folders in which programs are looked for, between colons as in `PATH`.
public record SearchPath(String folders) {

  /// The first program of that name that may be run.
  public Optional<Path> find(String program) {
    return all(program).findFirst();
  }

  /// Every program of that name that may be run, in the order of the folders.
  public Stream<Path> all(String program) {
    return Stream.of(folders.split(":", -1))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, program))
        .filter(path -> Files.isRegularFile(path) && Files.isExecutable(path));
  }
}
