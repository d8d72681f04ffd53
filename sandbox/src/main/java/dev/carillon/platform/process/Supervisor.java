package dev.carillon.platform.process;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/// Runs a set of parts: all at once as far as they do not require each other, each again when it
/// dies, and ends them in the order it is given.
public final class Supervisor {
  private static final Duration CHECK_EVERY = Duration.ofMillis(100);

  private final Map<String, SupervisedPart> parts = new LinkedHashMap<>();
  private final CompletableFuture<StartFailure> failure = new CompletableFuture<>();
  private final Object lastWords = new Object();
  private final InstantSource clock;

  public Supervisor(
      List<Part> parts,
      Function<String, PidFile> pidFiles,
      InstantSource clock,
      Narrator narrator) {
    this.clock = clock;
    Narrator untilFailure =
        line -> {
          synchronized (lastWords) {
            if (!failure.isDone()) {
              narrator.say(line);
            }
          }
        };
    for (var part : parts) {
      var pidFile = pidFiles.apply(part.name());
      this.parts.put(
          part.name(), new SupervisedPart(part, pidFile, clock, untilFailure, this::failed));
    }
  }

  /// Whoever reads the terminal is to find the reason at its end: nothing is told after it.
  private void failed(StartFailure reason) {
    synchronized (lastWords) {
      failure.complete(reason);
    }
  }

  public void start() {
    parts.values().forEach(part -> part.start(parts.values()));
  }

  /// Returns once every part has been ready.
  ///
  /// @throws StartFailure when one gives up, or not all are ready within `limit`
  public void awaitReady(Duration limit) throws InterruptedException {
    var end = clock.instant().plus(limit);
    for (var part : parts.values()) {
      while (!part.awaitReady(CHECK_EVERY)) {
        throwIfFailed();
        if (clock.instant().isAfter(end)) {
          throw new StartFailure(part.name() + " is not ready after " + limit.toSeconds() + " s");
        }
      }
    }
    throwIfFailed();
  }

  /// Waits until a part gives up for good; this may be for ever.
  public StartFailure awaitFailure() throws InterruptedException {
    try {
      return failure.get();
    } catch (ExecutionException e) {
      throw new StartFailure("a part failed", e);
    }
  }

  /// Ends the parts, one group after the other; within a group all at the same time.
  public void stop(List<List<String>> groups) {
    for (var group : groups) {
      var members = group.stream().filter(parts::containsKey).map(parts::get).toList();
      members.forEach(SupervisedPart::beginStop);
      members.forEach(SupervisedPart::awaitStop);
    }
  }

  private void throwIfFailed() throws InterruptedException {
    try {
      if (failure.isDone()) {
        throw failure.get(0, TimeUnit.SECONDS);
      }
    } catch (ExecutionException | TimeoutException e) {
      throw new StartFailure("a part failed", e);
    }
  }
}
