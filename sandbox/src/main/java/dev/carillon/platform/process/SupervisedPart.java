package dev.carillon.platform.process;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Keeps one part running on a thread of its own until it is told to stop.
final class SupervisedPart {
  private static final Duration PROBE_EVERY = Duration.ofMillis(100);
  private static final int DEATHS_BEFORE_GIVING_UP = 3;

  private final Part part;
  private final PidFile pidFile;
  private final InstantSource clock;
  private final Narrator narrator;
  private final Consumer<StartFailure> giveUp;
  private final Backoff backoff = new Backoff();
  private final CountDownLatch readyOnce = new CountDownLatch(1);
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Object processLock = new Object();
  private @Nullable Process process;
  private @Nullable Instant stopBegun;
  private @Nullable Thread thread;

  SupervisedPart(
      Part part,
      PidFile pidFile,
      InstantSource clock,
      Narrator narrator,
      Consumer<StartFailure> giveUp) {
    this.part = part;
    this.pidFile = pidFile;
    this.clock = clock;
    this.narrator = narrator;
    this.giveUp = giveUp;
  }

  String name() {
    return part.name();
  }

  /// Starts the part once all of `others` that it requires have been ready.
  void start(Collection<SupervisedPart> others) {
    var required = others.stream().filter(o -> part.requires().contains(o.name())).toList();
    thread = Thread.ofPlatform().name("watch-" + part.name()).start(() -> watch(required));
  }

  boolean awaitReady(Duration limit) throws InterruptedException {
    return readyOnce.await(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  boolean wasReady() {
    return readyOnce.getCount() == 0;
  }

  /// Ends the process without waiting for it, and starts it no more.
  void beginStop() {
    synchronized (processLock) {
      stopping.countDown();
      stopBegun = clock.instant();
      if (process != null && process.isAlive()) {
        Signals.send(process.toHandle(), part.stopSignal());
      }
    }
  }

  /// Waits for the end that `beginStop` asked for; kills what takes longer than the part's limit.
  void awaitStop() {
    Process last;
    Duration left;
    synchronized (processLock) {
      last = process;
      var begun = stopBegun == null ? clock.instant() : stopBegun;
      left = Duration.between(clock.instant(), begun.plus(part.stopLimit()));
    }
    try {
      if (last != null && !last.waitFor(Math.max(0, left.toMillis()), TimeUnit.MILLISECONDS)) {
        narrator.say(part.name() + " does not end; killing it");
        last.destroyForcibly().waitFor(2, TimeUnit.SECONDS);
      }
      if (thread != null) {
        thread.join(Duration.ofSeconds(2));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      if (last != null) {
        last.destroyForcibly();
      }
    }
    pidFile.delete();
  }

  private void watch(List<SupervisedPart> required) {
    try {
      for (var other : required) {
        while (!stopped() && !other.awaitReady(PROBE_EVERY)) {}
      }
      keepRunning();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (StartFailure failure) {
      giveUp.accept(failure);
    }
  }

  private void keepRunning() throws InterruptedException {
    var deaths = 0;
    while (!stopped()) {
      part.beforeStart().run();
      var started = clock.instant();
      var running = launch();
      if (running == null) {
        return;
      }
      reportWhenReady(running, started, deaths > 0);
      var exit = running.waitFor();
      if (stopped()) {
        return;
      }
      deaths++;
      if (!wasReady() && deaths >= DEATHS_BEFORE_GIVING_UP) {
        throw new StartFailure(part.name() + " does not start (exit " + exit + "): " + lastWords());
      }
      var wait = backoff.after(Duration.between(started, clock.instant()));
      narrator.say(
          part.name() + " ended (exit " + exit + "); starting it again in " + seconds(wait));
      stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private @Nullable Process launch() {
    var programs = new SearchPath(part.environment().getOrDefault("PATH", "/usr/bin:/bin"));
    var builder = new ProcessBuilder(Detached.command(part.command(), programs));
    builder.environment().clear();
    builder.environment().putAll(part.environment());
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(part.log().toFile()));
    synchronized (processLock) {
      if (stopped()) {
        return null;
      }
      try {
        process = builder.start();
        process.getOutputStream().close();
      } catch (IOException e) {
        throw new StartFailure(part.name() + " does not start: " + e.getMessage(), e);
      }
      pidFile.write(process.pid());
      return process;
    }
  }

  private void reportWhenReady(Process running, Instant started, boolean again)
      throws InterruptedException {
    while (!stopped() && running.isAlive()) {
      if (part.probe().ready() && !stopped()) {
        var took = seconds(Duration.between(started, clock.instant()));
        narrator.say(part.name() + (again ? " is back" : " is ready") + " (" + took + ")");
        readyOnce.countDown();
        return;
      }
      running.waitFor(PROBE_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private String lastWords() {
    return LogTail.lastTelling(part.log()) + " (all of it: " + part.log() + ")";
  }

  private boolean stopped() {
    return stopping.getCount() == 0;
  }

  private static String seconds(Duration duration) {
    return "%.1f s".formatted(duration.toMillis() / 1000.0);
  }
}
