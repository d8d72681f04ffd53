package dev.carillon.platform.postgres;

import dev.carillon.platform.process.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// What a killed server leaves behind: child processes that still hold its shared memory, and a
/// lock file whose process id may meanwhile belong to somebody else. Either keeps the next start
/// from succeeding.
final class Remains {
  private static final long CHILDREN_LEAVE_MILLIS = 1_500;

  private final Path data;

  Remains(Path data) {
    this.data = data;
  }

  /// Call only while no server of ours runs on the folder. Children notice the death themselves, as
  /// a rule at once; those that are busy are ended.
  void clear() {
    try {
      var children = processesInside();
      awaitEnd(children);
      children.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
      awaitEnd(children);
      if (!serverLives()) {
        Files.deleteIfExists(data.resolve("postmaster.pid"));
      }
    } catch (IOException e) {
      throw new StartFailure("cannot clear up after PostgreSQL: " + e.getMessage(), e);
    }
  }

  /// PostgreSQL's processes all have the data folder as their working folder.
  private List<ProcessHandle> processesInside() {
    return ProcessHandle.allProcesses().filter(this::worksInside).toList();
  }

  private boolean worksInside(ProcessHandle process) {
    try {
      var folder = Path.of("/proc", Long.toString(process.pid()), "cwd");
      return Files.readSymbolicLink(folder).equals(data.toRealPath());
    } catch (IOException _) {
      return false;
    }
  }

  private boolean serverLives() {
    return lockedBy().flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive).stream()
        .anyMatch(process ->
            worksInside(process)
                || process.info().command().filter(c -> c.endsWith("/postgres")).isPresent());
  }

  private Optional<Long> lockedBy() {
    try (var lines = Files.lines(data.resolve("postmaster.pid"))) {
      return lines.findFirst().map(String::strip).map(Long::valueOf);
    } catch (IOException | NumberFormatException _) {
      return Optional.empty();
    }
  }

  private static void awaitEnd(List<ProcessHandle> processes) {
    var exits = processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
    try {
      CompletableFuture.allOf(exits).get(CHILDREN_LEAVE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException _) {
      // The caller looks at who still lives.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
