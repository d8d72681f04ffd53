package dev.carillon.platform.doctor;

import dev.carillon.platform.Addresses;
import dev.carillon.platform.Home;
import dev.carillon.platform.Installation;
import dev.carillon.platform.Ports;
import dev.carillon.platform.environment.DialGuard;
import dev.carillon.platform.environment.Environment;
import dev.carillon.platform.environment.Provider;
import dev.carillon.platform.process.StartFailure;
import dev.carillon.platform.temporal.TemporalBinary;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Looks at everything `up` and the tests rely on; changes nothing.
public final class Diagnosis {
  private static final long LEAST_FREE_MB = 256;

  private final Environment environment;
  private final Installation installation;

  public Diagnosis(Environment environment, Installation installation) {
    this.environment = environment;
    this.installation = installation;
  }

  /// What was found, in the order in which one would put it right.
  public List<Finding> findings() {
    var findings = new ArrayList<Finding>();
    findings.add(Finding.fine("JDK", Runtime.version() + " in " + System.getProperty("java.home")));
    findings.add(Finding.fine("Maven", environment.orElse("CARILLON_MAVEN", "not looked for")));
    findings.add(temporal());
    findings.add(postgres());
    findings.add(chromium());
    findings.add(disk());
    findings.addAll(ports());
    Provider.ALL.forEach(provider -> findings.add(provider(provider)));
    findings.addAll(addresses());
    findings.add(Finding.fine("dialling", DialGuard.describe(played())));
    return findings;
  }

  /// The variables as `up` completes them for providers that the sandbox plays.
  private Environment played() {
    var all = environment;
    for (var provider : Provider.sandboxed(environment)) {
      all = all.with(provider.sandboxVariables(environment.port("CARILLON_SANDBOX_PORT", 8090)));
    }
    return all;
  }

  private Finding temporal() {
    var cluster = environment.get("TEMPORAL_ADDRESS");
    if (cluster.isPresent()) {
      return Finding.fine("Temporal", "the server at " + cluster.get());
    }
    if (environment.has("PUBLIC_URL") && !environment.onLoopback("PUBLIC_URL")) {
      return Finding.off(
          "Temporal",
          "the development server, beside a public address: for production set TEMPORAL_ADDRESS");
    }
    return new TemporalBinary(installation.cache(), environment.programs(), _ -> {})
        .find()
        .map(binary -> Finding.fine("Temporal", binary.toString()))
        .orElse(
            Finding.off(
                "Temporal", "not there yet: ./carillon prepare gets it (once, some minutes)"));
  }

  private Finding postgres() {
    return environment
        .get("DATABASE_URL")
        .map(_ ->
            environment.has("DATABASE_USER")
                ? Finding.fine("PostgreSQL", "a server of your own (DATABASE_URL)")
                : Finding.wrong("PostgreSQL", "DATABASE_URL is set: set DATABASE_USER too"))
        .orElse(Finding.fine("PostgreSQL", "embedded"));
  }

  private Finding chromium() {
    var names = List.of("chromium", "chromium-browser", "google-chrome");
    return names.stream()
        .flatMap(name -> environment.programs().all(name))
        .findFirst()
        .map(browser -> Finding.fine("Chromium", browser.toString()))
        .orElse(
            Finding.off("Chromium", "only the browser tests need it: apt-get install chromium"));
  }

  private Finding disk() {
    var folder = Home.of(environment, installation.project()).folder();
    var existing = folder;
    while (!Files.exists(existing) && existing.getParent() != null) {
      existing = existing.getParent();
    }
    try {
      var free = Files.getFileStore(existing).getUsableSpace() >> 20;
      if (!Files.isWritable(existing)) {
        return Finding.wrong(
            "disk", "no permission to write to " + existing + ": set CARILLON_HOME");
      }
      return free < LEAST_FREE_MB
          ? Finding.wrong("disk", "only " + free + " MB are free for " + folder)
          : Finding.fine("disk", free + " MB are free for " + folder);
    } catch (IOException e) {
      return Finding.wrong("disk", folder + " cannot be looked at: " + e.getMessage());
    }
  }

  private List<Finding> ports() {
    var home = Home.of(environment, installation.project());
    if (Addresses.read(home.addresses()).isPresent()) {
      return List.of(Finding.fine("ports", "in use by the platform that runs in " + home.folder()));
    }
    var findings = new ArrayList<Finding>();
    Ports.DEFAULTS.forEach((name, otherwise) -> {
      try {
        var port = environment.port(name, otherwise);
        if (port != 0 && !Ports.isFree(port)) {
          findings.add(
              Finding.wrong("port " + port, "is taken: set " + name + " to another, or to 0"));
        }
      } catch (StartFailure failure) {
        findings.add(Finding.wrong("port", String.valueOf(failure.getMessage())));
      }
    });
    return findings.isEmpty() ? List.of(Finding.fine("ports", "free")) : findings;
  }

  private Finding provider(Provider provider) {
    var missing = provider.missing(environment);
    if (missing.isEmpty()) {
      return Finding.fine(provider.name(), "on");
    }
    var set = String.join(", ", missing);
    if (missing.size() < provider.credentials().size()) {
      return Finding.wrong(provider.name(), "half configured: set " + set + " too");
    }
    var stoodIn = Provider.sandboxed(environment).contains(provider);
    return Finding.off(
        provider.name(), (stoodIn ? "played by the sandbox" : "off") + "; to use it set " + set);
  }

  /// A carrier somewhere else must be able to reach us.
  private List<Finding> addresses() {
    if (!environment.has("TWILIO_AUTH_TOKEN") || environment.onLoopback("TWILIO_API_URL")) {
      return List.of();
    }
    return Stream.of("PUBLIC_URL", "MEDIA_PUBLIC_URL")
        .filter(name -> !environment.has(name) || environment.onLoopback(name))
        .map(name ->
            Finding.wrong(name, "must be an address the carrier reaches, see docs/setup.md"))
        .toList();
  }
}
