package dev.carillon.cli.demo;

import dev.carillon.cli.shell.ApiOptions;
import dev.carillon.cli.shell.OrderlyEnd;
import dev.carillon.cli.shell.Session;
import dev.carillon.platform.Addresses;
import dev.carillon.platform.DemoEnvironment;
import dev.carillon.platform.Installation;
import dev.carillon.platform.Platform;
import dev.carillon.platform.environment.Environment;
import dev.carillon.platform.process.StartFailure;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// A reminder campaign over scripted people in the sandbox, on a platform of its own that is gone
/// afterwards.
@Command(
    name = "demo",
    description = "Runs a reminder campaign over scripted people; no account is needed.")
public final class DemoCommand implements Callable<Integer> {
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private final Session session;
  private final InstantSource clock = InstantSource.system();

  @Option(
      names = "--contacts",
      paramLabel = "FILE.csv",
      description = "Call these people instead; in the sandbox, no real phone rings.")
  private @Nullable Path contacts;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the result there too.")
  private @Nullable Path json;

  @Option(names = "--keep", description = "Leave it running afterwards, to look around.")
  private boolean keep;

  public DemoCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    var started = clock.instant();
    var home = new DemoHome();
    var environment = DemoEnvironment.of(session.environment(), home.folder(), allowed());
    var platform = prepare(environment);
    var ending =
        OrderlyEnd.of(() -> {
          platform.stop();
          home.delete();
        });
    try {
      platform.start();
      var addresses = platform.awaitReady();
      session.say("READY " + addresses.api() + " (watch the campaign there)");
      var campaign = campaign(addresses);
      var journeys = campaign.run(LIMIT);
      var result =
          campaign.result(Duration.between(started, clock.instant()).toSeconds(), journeys);
      result.lines().forEach(session::say);
      if (json != null) {
        result.write(json);
      }
      return stay(platform, addresses);
    } catch (StartFailure | dev.carillon.cli.rest.ApiFailure failure) {
      home.keep();
      session.say("the logs are in " + home.folder().resolve("logs"));
      ending.failed();
      throw failure;
    }
  }

  private Platform prepare(Environment environment) throws InterruptedException {
    return Platform.prepare(
        environment,
        Installation.of(session.environment()),
        clock,
        new SecureRandom(),
        session::say);
  }

  private DemoCampaign campaign(Addresses addresses) {
    var sandbox = addresses.sandbox();
    if (sandbox == null) {
      throw new IllegalStateException("the demo always has a sandbox");
    }
    return new DemoCampaign(
        ApiOptions.to(URI.create(addresses.api()), null),
        URI.create(sandbox),
        session,
        clock,
        contacts);
  }

  /// Somebody's own list holds numbers in any format: all may be called in the sandbox.
  private String allowed() {
    if (contacts == null) {
      return String.join(",", DemoPeople.numbers());
    }
    if (!Files.isReadable(contacts)) {
      throw new StartFailure("there is no file " + contacts + ", or it cannot be read");
    }
    return "*";
  }

  private int stay(Platform platform, Addresses addresses) throws InterruptedException {
    if (keep) {
      session.say("Still running at " + addresses.api() + "; Ctrl-C ends it");
      throw platform.awaitFailure();
    }
    return 0;
  }
}
