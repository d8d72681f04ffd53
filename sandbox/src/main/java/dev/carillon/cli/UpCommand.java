package dev.carillon.cli;

import dev.carillon.cli.shell.OrderlyEnd;
import dev.carillon.cli.shell.Session;
import dev.carillon.platform.Addresses;
import dev.carillon.platform.Installation;
import dev.carillon.platform.Platform;
import dev.carillon.platform.environment.DialGuard;
import dev.carillon.platform.process.StartFailure;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/// Starts everything on this machine and keeps it running until it is ended.
@Command(name = "up", description = "Starts everything on this machine; Ctrl-C stops it.")
final class UpCommand implements Callable<Integer> {
  private final Session session;

  UpCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    var environment = session.environment();
    var platform =
        Platform.prepare(
            environment,
            Installation.of(environment),
            InstantSource.system(),
            new SecureRandom(),
            session::say);
    var ending = OrderlyEnd.of(platform::stop);
    try {
      platform.start();
      show(platform, platform.awaitReady());
      throw platform.awaitFailure();
    } catch (StartFailure failure) {
      ending.failed();
      throw failure;
    }
  }

  private void show(Platform platform, Addresses addresses) {
    session.say(DialGuard.describe(platform.environment()));
    session.say("READY " + addresses.api() + " (Ctrl-C stops everything)");
    line("console", addresses.api());
    line("REST API", addresses.api() + "/api/v1");
    line("media bridge", addresses.mediaBridge());
    line("sandbox", addresses.sandbox());
    line("Temporal", addresses.temporal());
    line("Temporal UI", addresses.temporalUi());
    line("PostgreSQL", addresses.postgres());
    line("logs", platform.home().folder() + "/logs");
  }

  private void line(String what, @Nullable String where) {
    if (where != null) {
      session.say("  %-13s %s".formatted(what, where));
    }
  }
}
