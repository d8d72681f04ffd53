package dev.carillon.platform;

import dev.carillon.platform.environment.Environment;
import dev.carillon.platform.environment.Provider;
import dev.carillon.platform.postgres.DatabaseLogin;
import dev.carillon.platform.postgres.EmbeddedPostgres;
import dev.carillon.platform.process.Narrator;
import dev.carillon.platform.process.Part;
import dev.carillon.platform.process.Probe;
import dev.carillon.platform.process.StopSignal;
import dev.carillon.platform.temporal.TemporalBinary;
import dev.carillon.platform.temporal.TemporalServer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which parts a launch has, and how each is started: follows from the environment, the ports and
/// the secrets.
final class Assembly {
  private final Home home;
  private final Installation installation;
  private final Ports ports;
  private final ClassArchives archives;
  private final @Nullable EmbeddedPostgres postgres;
  private final PartEnvironment variables;
  private final List<Application> applications;

  Assembly(
      Environment given,
      Home home,
      Installation installation,
      Ports ports,
      Map<String, String> secrets,
      ClassArchives archives) {
    this.home = home;
    this.installation = installation;
    this.ports = ports;
    this.archives = archives;
    this.postgres = given.has("DATABASE_URL") ? null : postgres(secrets);
    var sandboxed = Provider.sandboxed(given);
    this.variables = PartEnvironment.complete(given, home, ports, secrets, postgres, sandboxed);
    this.applications = applications(!sandboxed.isEmpty());
  }

  /// The variables the parts work with.
  Environment environment() {
    return variables.whole();
  }

  /// Carillon's own programs among the parts.
  List<Application> applications() {
    return applications;
  }

  /// The parts, servers first. Installs Temporal if need be, which can take minutes.
  List<Part> parts(Narrator narrator) {
    var parts = new ArrayList<Part>();
    if (postgres != null) {
      parts.add(postgres.part(variables.foreign()));
    }
    if (environment().has("CARILLON_TEMPORAL_UI_URL")) {
      parts.add(temporal(narrator));
    }
    var servers = parts.stream().map(Part::name).toList();
    for (var application : applications) {
      parts.add(part(application, servers));
    }
    return parts;
  }

  Addresses addresses() {
    var host = PartEnvironment.reachable(environment().bind());
    return new Addresses(
        "http://" + host + ":" + ports.api(),
        "http://" + host + ":" + ports.mediaBridge(),
        applications.contains(Application.SANDBOX) ? "http://127.0.0.1:" + ports.sandbox() : null,
        environment().orElse("TEMPORAL_ADDRESS", ""),
        environment().get("CARILLON_TEMPORAL_UI_URL").orElse(null),
        postgres == null ? null : "127.0.0.1:" + ports.postgres());
  }

  private static List<Application> applications(boolean sandbox) {
    var three = List.of(Application.MEDIA_BRIDGE, Application.API, Application.WORKER);
    if (!sandbox) {
      return three;
    }
    var four = new ArrayList<>(three);
    four.addFirst(Application.SANDBOX);
    return List.copyOf(four);
  }

  private EmbeddedPostgres postgres(Map<String, String> secrets) {
    return new EmbeddedPostgres(
        home.folder().resolve("postgres"),
        installation.cache(),
        home.log("postgres"),
        ports.postgres(),
        new DatabaseLogin("postgres", secrets.getOrDefault(Secrets.POSTGRES_PASSWORD, "")),
        new DatabaseLogin(
            "carillon_owner", secrets.getOrDefault("DATABASE_MIGRATION_PASSWORD", "")),
        new DatabaseLogin("carillon_app", secrets.getOrDefault("DATABASE_PASSWORD", "")));
  }

  private Part temporal(Narrator narrator) {
    var server =
        new TemporalServer(
            "127.0.0.1",
            ports.temporal(),
            ports.temporalUi(),
            home.folder().resolve("temporal.db"),
            home.log("temporal"),
            environment().orElse("TEMPORAL_NAMESPACE", "default"),
            URI.create(environment().orElse("CARILLON_API_URL", "") + "/codec"));
    var binary =
        new TemporalBinary(installation.cache(), environment().programs(), narrator)
            .findOrInstall();
    if (binary.isPresent()) {
      return server.part(binary.get(), variables.foreign());
    }
    narrator.say(
        "No Temporal server here: using the in-memory one, without web UI, schedules, search and"
            + " durability. For the real one install Go 1.25 or the temporal program, or set"
            + " TEMPORAL_ADDRESS");
    return server.inMemory(installation.java("sandbox", List.of("-Xmx1g")), variables.foreign());
  }

  private Part part(Application application, List<String> servers) {
    var options = new ArrayList<>(application.javaOptions());
    options.addAll(archives.options(application));
    var command = new ArrayList<>(installation.java(application.name(), options));
    command.add(application.mainClass());
    return new Part(
        application.name(),
        command,
        variables.of(application),
        home.log(application.name()),
        Probe.http(health(application)),
        application.requires().stream().filter(servers::contains).toList(),
        () -> {},
        StopSignal.TERM,
        application.stopLimit());
  }

  private URI health(Application application) {
    var host = PartEnvironment.reachable(environment().bind());
    return URI.create(
        switch (application.name()) {
          case "api" -> "http://" + host + ":" + ports.api() + "/health";
          case "media-bridge" -> "http://" + host + ":" + ports.mediaBridge() + "/health";
          case "sandbox" -> "http://127.0.0.1:" + ports.sandbox() + "/health";
          default -> "http://127.0.0.1:" + ports.worker() + "/health";
        });
  }
}
