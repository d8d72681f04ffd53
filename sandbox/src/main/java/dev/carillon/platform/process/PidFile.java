package dev.carillon.platform.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// The file that holds the process id of one part, so that scripts and the next launch find it.
///
/// @param owner what the environment of our own processes holds, such as
///   `CARILLON_HOME=/srv/carillon`: ids are used again by the system, and nothing is ended that was
///   not started from here
public record PidFile(Path path, String owner) {
  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

  void write(long pid) {
    try {
      Files.writeString(path, pid + "\n");
    } catch (IOException e) {
      throw new StartFailure("cannot write " + path + ": " + e.getMessage(), e);
    }
  }

  void delete() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new StartFailure("cannot delete " + path + ": " + e.getMessage(), e);
    }
  }

  /// The living process the file names, if it is one of ours.
  public Optional<ProcessHandle> orphan() {
    return pid().flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive).filter(this::isOurs);
  }

  private Optional<Long> pid() {
    try {
      return Optional.of(Long.valueOf(Files.readString(path).strip()));
    } catch (IOException | NumberFormatException _) {
      return Optional.empty();
    }
  }

  private boolean isOurs(ProcessHandle process) {
    var environment = Path.of("/proc", Long.toString(process.pid()), "environ");
    try {
      if (Files.isReadable(environment)) {
        var variables = new String(Files.readAllBytes(environment), StandardCharsets.UTF_8);
        return ("\0" + variables).contains("\0" + owner + "\0");
      }
      var written = Files.getLastModifiedTime(path).toInstant().plus(CLOCK_TOLERANCE);
      return process.info().startInstant().filter(written::isAfter).isPresent();
    } catch (IOException _) {
      return false;
    }
  }
}
