package dev.carillon.platform.process;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Ends the parts that an earlier launch left running because it was killed itself.
public final class Orphans {
  private static final Duration LIMIT = Duration.ofSeconds(15);

  private final InstantSource clock;
  private final Narrator narrator;

  public Orphans(InstantSource clock, Narrator narrator) {
    this.clock = clock;
    this.narrator = narrator;
  }

  /// Ends whatever living process of ours the files name, in the order of the files.
  public void end(List<PidFile> files) throws InterruptedException {
    var found = new ArrayList<ProcessHandle>();
    for (var file : files) {
      file.orphan().ifPresent(found::add);
    }
    if (!found.isEmpty()) {
      narrator.say("Ending " + found.size() + " processes that an earlier launch left behind");
    }
    var until = clock.instant().plus(LIMIT);
    found.forEach(process -> Signals.send(process, StopSignal.TERM));
    for (var process : found) {
      if (!ended(process, Duration.between(clock.instant(), until))) {
        process.destroyForcibly();
        ended(process, Duration.ofSeconds(2));
      }
    }
    files.forEach(PidFile::delete);
  }

  private static boolean ended(ProcessHandle process, Duration limit) throws InterruptedException {
    try {
      process.onExit().get(Math.max(0, limit.toMillis()), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException _) {
      return !process.isAlive();
    } catch (ExecutionException _) {
      return false;
    }
  }
}
