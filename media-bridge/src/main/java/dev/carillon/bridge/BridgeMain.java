package dev.carillon.bridge;

import dev.carillon.bridge.desk.CallDesk;
import dev.carillon.bridge.desk.TemporalCallDesk;
import dev.carillon.bridge.engine.EngineRoster;
import dev.carillon.bridge.http.BridgeServer;
import dev.carillon.bridge.http.BridgeSettings;
import dev.carillon.bridge.http.Rehearsal;
import dev.carillon.bridge.journal.ApiJournals;
import dev.carillon.bridge.net.Transport;
import dev.carillon.bridge.openai.RealtimeSettings;
import dev.carillon.temporal.CallWorkflows;
import dev.carillon.temporal.TemporalConnection;
import dev.carillon.temporal.TemporalSettings;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts the media bridge from the environment alone. SIGTERM ends it with 0 once the live calls
/// have ended or were left to another bridge, after some 20 seconds at the latest.
public final class BridgeMain {
  private static final Logger log = LoggerFactory.getLogger(BridgeMain.class);
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration GRACE = Duration.ofSeconds(4);
  private static final Duration SPOOL = Duration.ofSeconds(5);

  private final Transport transport;
  private final BridgeServer server;
  private final ApiJournals journals;
  private final TemporalConnection temporal;
  private final CallDesk desk;
  private final EngineRoster engines;

  private BridgeMain(Map<String, String> environment) {
    transport = Transport.wanted(environment.getOrDefault("CARILLON_BRIDGE_TRANSPORT", ""));
    // One loop per core: more only take turns, and each call more on a loop shares its wake-ups.
    var loops = transport.loops(Runtime.getRuntime().availableProcessors());
    var engineUrl =
        environment.getOrDefault("OPENAI_REALTIME_URL", RealtimeSettings.DEFAULT_ADDRESS);
    InstantSource now =
        ShiftedClock.of(environment.getOrDefault("CARILLON_CLOCK", ""), URI.create(engineUrl));
    temporal = new TemporalConnection(TemporalSettings.from(environment), null);
    desk = new TemporalCallDesk(new CallWorkflows(temporal));
    journals =
        new ApiJournals(
            URI.create(environment.getOrDefault("CARILLON_API_URL", "http://127.0.0.1:8080")),
            BridgeSettings.required(environment, "CARILLON_INTERNAL_TOKEN"),
            now);
    var settings = BridgeSettings.from(environment);
    if (settings.signatures() == null) {
      log.atWarn().log("no carrier: TWILIO_AUTH_TOKEN is not set, every stream is refused");
    }
    engines = Engines.from(environment, transport.connecting());
    server =
        new BridgeServer(
            settings,
            loops,
            transport,
            desk,
            engines,
            journals,
            Executors.newVirtualThreadPerTaskExecutor(),
            now);
  }

  /// Starts the process; the arguments are ignored.
  public static void main(String[] arguments) {
    try {
      new BridgeMain(System.getenv()).run();
    } catch (IllegalArgumentException | IOException e) {
      log.atError().log("media-bridge does not start: {}", e.getMessage());
      System.exit(1);
    }
  }

  private void run() throws IOException {
    Rehearsal.run();
    server.start();
    engines.warmUp();
    Thread.ofVirtual().name("warm-up").start(() -> WarmUp.run(desk));
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
    log.atInfo()
        .addKeyValue("port", server.port())
        .addKeyValue("transport", transport)
        .log("media-bridge listens");
  }

  private void stop() {
    log.atInfo().addKeyValue("activeCalls", server.activeCalls()).log("media-bridge stops");
    try {
      server.drain(PATIENCE, GRACE);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    if (!journals.awaitDelivered(SPOOL)) {
      log.atError().log("api was away to the end: some of what was said is lost");
    }
    temporal.close();
    log.atInfo().log("media-bridge has stopped");
    // The JVM would answer SIGTERM with 143, although everything ended in order.
    Runtime.getRuntime().halt(0);
  }
}
