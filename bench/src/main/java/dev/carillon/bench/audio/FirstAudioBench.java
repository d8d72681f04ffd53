package dev.carillon.bench.audio;

import dev.carillon.bench.Bench;
import dev.carillon.bridge.engine.EngineRoster;
import dev.carillon.bridge.http.BridgeServer;
import dev.carillon.bridge.http.BridgeSettings;
import dev.carillon.bridge.net.SocketClient;
import dev.carillon.bridge.net.Transport;
import dev.carillon.bridge.openai.RealtimeEngines;
import dev.carillon.bridge.openai.RealtimeSettings;
import dev.carillon.cli.shell.Table;
import dev.carillon.platform.process.Narrator;
import dev.carillon.platform.process.StartFailure;
import dev.carillon.signature.LinkKey;
import dev.carillon.signature.StreamTokens;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Start of the stream to the agent's first audio on the wire. The engine answers at once, so the
/// time is the bridge's: signature, claim, connecting the engine, setting up its session, pacing.
public final class FirstAudioBench implements Bench {
  private static final String AUTH_TOKEN = "bench";
  private static final String LINK_KEY = "YS1saW5rLWtleS1mb3ItdGhlLWJlbmNoLTMyLWJ5dGVz";
  private static final int GOAL_MILLIS = 50;

  /// Ten times the demo's pace. Each call comes at its moment, however slow the one before was.
  private static final int CALLS_PER_SECOND = 20;

  private static final int WARM_UP = 200;
  private static final int ROUNDS = 3;
  private static final int CALLS = 100;
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final StreamTokens tokens = new StreamTokens(LinkKey.parse(LINK_KEY));
  private final AtomicLong calls = new AtomicLong();
  private final HttpClient http = HttpClient.newHttpClient();

  @Override
  public String name() {
    return "first-audio";
  }

  @Override
  public String what() {
    return "stream start to first agent audio, against a raw relay (goal: 50 ms p95)";
  }

  @Override
  public boolean run(Narrator out) throws InterruptedException {
    var loops = new MultiThreadIoEventLoopGroup(NioIoHandler.newFactory());
    var workers = Executors.newVirtualThreadPerTaskExecutor();
    var desk = new GrantingDesk();
    try (var engine = new ScriptedEngine();
        var relay = new RawRelay(engine.address())) {
      var bridge =
          new BridgeServer(
              BridgeSettings.from(
                  Map.of(
                      "CARILLON_MEDIA_BRIDGE_PORT",
                      "0",
                      "TWILIO_AUTH_TOKEN",
                      AUTH_TOKEN,
                      "OPENAI_API_KEY",
                      "bench",
                      "CARILLON_LINK_KEY",
                      LINK_KEY)),
              loops,
              Transport.NIO,
              desk,
              new EngineRoster(
                  new RealtimeEngines(
                      new RealtimeSettings(engine.address(), "scripted", "bench"),
                      new SocketClient(NioSocketChannel.class)),
                  List.of()),
              new SilentJournals(),
              workers,
              InstantSource.system());
      bridge.start();
      try {
        return compare(bridge.port(), relay.port(), out);
      } finally {
        desk.endAll();
        bridge.drain(Duration.ZERO, GRACE);
      }
    } catch (IOException e) {
      throw new StartFailure("the bridge does not start: " + e.getMessage(), e);
    } finally {
      workers.shutdownNow();
      http.shutdownNow();
      loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(GRACE.toMillis());
    }
  }

  private boolean compare(int bridge, int relay, Narrator out) throws InterruptedException {
    round(bridge, WARM_UP);
    round(relay, WARM_UP);
    var bridged = new ArrayList<Duration>();
    var relayed = new ArrayList<Duration>();
    for (var i = 0; i < ROUNDS; i++) {
      bridged.addAll(round(bridge, CALLS));
      relayed.addAll(round(relay, CALLS));
    }
    var table = new Table("first audio after, ms", "p50", "p95", "p99", "worst", "calls");
    row(table, "media bridge", bridged);
    row(table, "raw relay", relayed);
    table.lines().forEach(out::say);
    return percentile(bridged, 95) <= GOAL_MILLIS;
  }

  private List<Duration> round(int port, int count) throws InterruptedException {
    try (var callers = Executors.newScheduledThreadPool(count, Thread.ofVirtual().factory())) {
      var calling = new ArrayList<ScheduledFuture<Duration>>();
      for (var i = 0; i < count; i++) {
        var due = i * 1_000L / CALLS_PER_SECOND;
        calling.add(callers.schedule(() -> call(port), due, TimeUnit.MILLISECONDS));
      }
      var waits = new ArrayList<Duration>();
      for (var wait : calling) {
        waits.add(wait.get());
      }
      return waits;
    } catch (ExecutionException e) {
      throw new StartFailure("a call was not answered: " + e.getCause(), e);
    }
  }

  private Duration call(int port) throws GeneralSecurityException {
    var number = calls.incrementAndGet();
    var address =
        URI.create(
            "ws://127.0.0.1:%d/media/%s".formatted(port, tokens.mint(new UUID(0, number), number)));
    var mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(AUTH_TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
    var signature =
        Base64.getEncoder()
            .encodeToString(mac.doFinal(address.toString().getBytes(StandardCharsets.UTF_8)));
    return Caller.waitForAudio(http, address, signature, "CA" + number);
  }

  private static void row(Table table, String what, List<Duration> waits) {
    table.row(
        what,
        "%.1f".formatted(percentile(waits, 50)),
        "%.1f".formatted(percentile(waits, 95)),
        "%.1f".formatted(percentile(waits, 99)),
        "%.1f".formatted(percentile(waits, 100)),
        waits.size());
  }

  private static double percentile(List<Duration> waits, int percent) {
    var sorted = waits.stream().sorted().toList();
    var index = Math.max(0, (int) Math.ceil(sorted.size() * percent / 100.0) - 1);
    return sorted.get(index).toNanos() / 1e6;
  }
}
