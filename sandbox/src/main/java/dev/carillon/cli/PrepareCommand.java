package dev.carillon.cli;

import dev.carillon.cli.shell.Session;
import dev.carillon.platform.Installation;
import dev.carillon.platform.process.StartFailure;
import dev.carillon.platform.temporal.TemporalBinary;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Builds and installs what `up` and the tests need, without starting anything.
@Command(
    name = "prepare",
    description = "Builds, and gets the Temporal server into the cache; starts nothing.")
final class PrepareCommand implements Callable<Integer> {
  private final Session session;

  PrepareCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    var environment = session.environment();
    var cache = Installation.of(environment).cache();
    var temporal =
        new TemporalBinary(cache, environment.programs(), session::say)
            .findOrInstall()
            .orElseThrow(() ->
                new StartFailure(
                    "no Temporal server: install Go 1.25 or newer, or the temporal program"));
    session.say("Temporal: " + temporal);
    return 0;
  }
}
