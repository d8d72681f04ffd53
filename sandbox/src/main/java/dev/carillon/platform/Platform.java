package dev.carillon.platform;

import dev.carillon.platform.environment.Environment;
import dev.carillon.platform.process.Narrator;
import dev.carillon.platform.process.Orphans;
import dev.carillon.platform.process.StartFailure;
import dev.carillon.platform.process.Supervisor;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;

/// Everything on one machine. Made, started, awaited and stopped once; `stop` may come at any
/// moment and from any thread.
public final class Platform {
  private static final Duration READY_LIMIT = Duration.ofMinutes(5);
  private static final List<List<String>> STOP_ORDER =
      List.of(
          List.of("sandbox", "media-bridge"),
          List.of("api", "worker"),
          List.of("temporal"),
          List.of("postgres"));

  private final Home home;
  private final Assembly assembly;
  private final Supervisor supervisor;
  private final ClassArchives archives;
  private final HomeLock lock;
  private final AtomicBoolean stopped = new AtomicBoolean();

  private Platform(
      Home home, Assembly assembly, Supervisor supervisor, ClassArchives archives, HomeLock lock) {
    this.home = home;
    this.assembly = assembly;
    this.supervisor = supervisor;
    this.archives = archives;
    this.lock = lock;
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
    refuseOpenDoors(given);
    var home = Home.of(given, installation.project());
    home.create();
    var lock = HomeLock.take(home);
    home.deleteAddresses();
    new Orphans(clock, narrator).end(home.pidFiles());
    var ports = Ports.choose(given);
    var secrets = new Secrets(home, random).loadOrMake();
    var archives = new ClassArchives(installation, home);
    var settled = ClockShift.settled(given, clock);
    var assembly = new Assembly(settled, home, installation, ports, secrets, archives);
    var supervisor = new Supervisor(assembly.parts(narrator), home::pidFile, clock, narrator);
    return new Platform(home, assembly, supervisor, archives, lock);
  }

  public void start() {
    supervisor.start();
  }

  /// Returns once everything answers, with the addresses, which are then in the home too.
  ///
  /// @throws StartFailure when a part does not start
  public Addresses awaitReady() throws InterruptedException {
    supervisor.awaitReady(READY_LIMIT);
    var addresses = assembly.addresses();
    addresses.write(home.addresses());
    var programs = assembly.environment().programs();
    Thread.ofVirtual().start(() -> archives.makeMissing(assembly.applications(), programs));
    return addresses;
  }

  /// Waits until a part cannot be kept running; this may be for ever.
  public StartFailure awaitFailure() throws InterruptedException {
    return supervisor.awaitFailure();
  }

  /// Ends every part in order, in less than forty seconds. Repeating it does nothing.
  public void stop() {
    if (stopped.compareAndSet(false, true)) {
      archives.stop();
      supervisor.stop(STOP_ORDER);
      home.deleteAddresses();
      lock.close();
    }
  }

  /// The variables the parts work with.
  public Environment environment() {
    return assembly.environment();
  }

  public Home home() {
    return home;
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
}
