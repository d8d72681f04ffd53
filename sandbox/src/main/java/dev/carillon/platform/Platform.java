package dev.carillon.platform;

import dev.carillon.platform.postgres.DatabaseLogin;
import dev.carillon.platform.postgres.EmbeddedPostgres;
import dev.carillon.platform.process.Narrator;
import dev.carillon.platform.process.Orphans;
import dev.carillon.platform.process.Part;
import dev.carillon.platform.process.Probe;
import dev.carillon.platform.process.StartFailure;
import dev.carillon.platform.process.StopSignal;
import dev.carillon.platform.process.Supervisor;
import dev.carillon.platform.temporal.TemporalBinary;
import dev.carillon.platform.temporal.TemporalServer;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;

/// Everything on one machine. Made, started, awaited and stopped once; `stop` may come at any
/// moment and from any thread.
public final class Platform {
  private static final Duration READY_LIMIT = Duration.ofMinutes(3);
  private static final List<List<String>> STOP_ORDER =
      List.of(
          List.of("sandbox", "media-bridge"),
          List.of("api", "worker"),
          List.of("temporal"),
          List.of("postgres"));

  private final Home home;
  private final Ports ports;
  private final Environment environment;
  private final Supervisor supervisor;
  private final HomeLock lock;
  private final boolean sandbox;
  private final AtomicBoolean stopped = new AtomicBoolean();

  private Platform(
      Home home,
      Ports ports,
      Environment environment,
      Supervisor supervisor,
      HomeLock lock,
      boolean sandbox) {
    this.home = home;
    this.ports = ports;
    this.environment = environment;
    this.supervisor = supervisor;
    this.lock = lock;
    this.sandbox = sandbox;
  }

  /// Checks what can be checked, ends what an earlier launch left behind, decides ports and
  /// secrets; starts nothing yet.
  ///
  /// @throws StartFailure with one line on what is wrong
  public static Platform prepare(
      Environment given,
      Installation installation,
      InstantSource clock,
      RandomGenerator random,
      Narrator narrator)
      throws InterruptedException {
    return prepare(
        given,
        installation,
        List.of(Application.MEDIA_BRIDGE, Application.API, Application.WORKER),
        clock,
        random,
        narrator);
  }

  static Platform prepare(
      Environment given,
      Installation installation,
      List<Application> applications,
      InstantSource clock,
      RandomGenerator random,
      Narrator narrator)
      throws InterruptedException {
    refuseOpenDoors(given);
    var home = Home.of(given, installation.project());
    home.create();
    var lock = HomeLock.take(home);
    new Orphans(clock, narrator).end(home.pidFiles());
    var ports = Ports.choose(given);
    var secrets = new Secrets(home, random).loadOrMake();
    var postgres = given.has("DATABASE_URL") ? null : postgres(home, installation, ports, secrets);
    var sandboxed = sandboxed(given);
    var variables = PartEnvironment.complete(given, home, ports, secrets, postgres, sandboxed);
    var parts = new ArrayList<Part>();
    if (postgres != null) {
      parts.add(postgres.part(variables.foreign()));
    }
    if (!given.has("TEMPORAL_ADDRESS")) {
      parts.add(temporal(home, installation, ports, variables, narrator));
    }
    var started = new ArrayList<>(applications);
    if (!sandboxed.isEmpty()) {
      started.addFirst(Application.SANDBOX);
    }
    var names = parts.stream().map(Part::name).toList();
    for (var application : started) {
      parts.add(part(application, home, installation, ports, variables, names));
    }
    var supervisor = new Supervisor(parts, home::pidFile, clock, narrator);
    return new Platform(home, ports, variables.whole(), supervisor, lock, !sandboxed.isEmpty());
  }

  public void start() {
    supervisor.start();
  }

  /// Returns once everything answers, with the addresses, which are then in the home too.
  ///
  /// @throws StartFailure when a part does not start
  public Addresses awaitReady() throws InterruptedException {
    supervisor.awaitReady(READY_LIMIT);
    var addresses = addresses();
    addresses.write(home.addresses());
    return addresses;
  }

  /// Waits until a part cannot be kept running; this may be for ever.
  public StartFailure awaitFailure() throws InterruptedException {
    return supervisor.awaitFailure();
  }

  /// Ends every part in order, in less than forty seconds. Repeating it does nothing.
  public void stop() {
    if (stopped.compareAndSet(false, true)) {
      supervisor.stop(STOP_ORDER);
      home.deleteAddresses();
      lock.close();
    }
  }

  /// The variables the parts work with.
  public Environment environment() {
    return environment;
  }

  public Home home() {
    return home;
  }

  private Addresses addresses() {
    var host = PartEnvironment.reachable(environment.bind());
    var ownTemporal = environment.has("CARILLON_TEMPORAL_UI_URL");
    return new Addresses(
        "http://" + host + ":" + ports.api(),
        "http://" + host + ":" + ports.mediaBridge(),
        sandbox ? "http://127.0.0.1:" + ports.sandbox() : null,
        environment.orElse("TEMPORAL_ADDRESS", ""),
        ownTemporal ? environment.orElse("CARILLON_TEMPORAL_UI_URL", "") : null,
        environment
            .get("DATABASE_URL")
            .filter(url -> url.contains(":" + ports.postgres() + "/"))
            .map(_ -> "127.0.0.1:" + ports.postgres())
            .orElse(null));
  }

  private static void refuseOpenDoors(Environment given) {
    if (!new Environment(Map.of("BIND", given.bind())).onLoopback("BIND")
        && !given.has("CARILLON_API_TOKEN")) {
      throw new StartFailure(
          "CARILLON_BIND="
              + given.bind()
              + " opens Carillon to others: set CARILLON_API_TOKEN too");
    }
  }

  private static List<Provider> sandboxed(Environment given) {
    if (given.orElse("CARILLON_SANDBOX", "on").equals("off")) {
      return List.of();
    }
    return Provider.ALL.stream()
        .filter(provider -> provider.stoodIn() && !provider.missing(given).isEmpty())
        .toList();
  }

  private static EmbeddedPostgres postgres(
      Home home, Installation installation, Ports ports, Map<String, String> secrets) {
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

  private static Part temporal(
      Home home,
      Installation installation,
      Ports ports,
      PartEnvironment variables,
      Narrator narrator) {
    var whole = variables.whole();
    var server =
        new TemporalServer(
            "127.0.0.1",
            ports.temporal(),
            ports.temporalUi(),
            home.folder().resolve("temporal.db"),
            home.log("temporal"),
            whole.orElse("TEMPORAL_NAMESPACE", "default"),
            URI.create(whole.orElse("CARILLON_API_URL", "") + "/codec"));
    var binary =
        new TemporalBinary(installation.cache(), whole.programs(), narrator).findOrInstall();
    if (binary.isPresent()) {
      return server.part(binary.get(), variables.foreign());
    }
    narrator.say(
        "No Temporal server here: using the in-memory one, without web UI, schedules, search and"
            + " durability. For the real one install Go 1.25 or the temporal program, or set"
            + " TEMPORAL_ADDRESS");
    return server.inMemory(installation.java("sandbox", List.of("-Xmx1g")), variables.foreign());
  }

  private static Part part(
      Application application,
      Home home,
      Installation installation,
      Ports ports,
      PartEnvironment variables,
      List<String> alongside) {
    var command = new ArrayList<>(installation.java(application.name(), application.javaOptions()));
    command.add(application.mainClass());
    return new Part(
        application.name(),
        command,
        variables.of(application),
        home.log(application.name()),
        Probe.http(health(application, ports, variables.whole().bind())),
        application.requires().stream().filter(alongside::contains).toList(),
        () -> {},
        StopSignal.TERM,
        application.stopLimit());
  }

  private static URI health(Application application, Ports ports, String bind) {
    var host = PartEnvironment.reachable(bind);
    return URI.create(
        switch (application.name()) {
          case "api" -> "http://" + host + ":" + ports.api() + "/health";
          case "media-bridge" -> "http://" + host + ":" + ports.mediaBridge() + "/health";
          case "sandbox" -> "http://127.0.0.1:" + ports.sandbox() + "/health";
          default -> "http://127.0.0.1:" + ports.worker() + "/health";
        });
  }
}
