package dev.carillon.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.carillon.sandbox.carrier.Account;
import dev.carillon.sandbox.carrier.Calls;
import dev.carillon.sandbox.carrier.Exchange;
import dev.carillon.sandbox.carrier.Messages;
import dev.carillon.sandbox.carrier.Notices;
import dev.carillon.sandbox.carrier.NumberSetup;
import dev.carillon.sandbox.carrier.Sids;
import dev.carillon.sandbox.carrier.handset.Handset;
import dev.carillon.sandbox.carrier.handset.Language;
import dev.carillon.sandbox.carrier.media.FrameClock;
import dev.carillon.sandbox.carrier.media.MediaSockets;
import dev.carillon.sandbox.carrier.recording.Recordings;
import dev.carillon.sandbox.carrier.rest.CarrierApi;
import dev.carillon.sandbox.carrier.webhook.WebhookSignature;
import dev.carillon.sandbox.carrier.webhook.Webhooks;
import dev.carillon.sandbox.clock.EventLoopClock;
import dev.carillon.sandbox.faults.Faults;
import dev.carillon.sandbox.ledger.Ledger;
import dev.carillon.sandbox.people.People;
import dev.carillon.sandbox.people.Scenario;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/// The whole world in one process: the carrier, its people, the controls, on one port.
final class Sandbox implements AutoCloseable {
  private static final int LAST_CALLBACKS_SECONDS = 3;
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  private final MultiThreadIoEventLoopGroup group =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final ExecutorService blocking = Executors.newVirtualThreadPerTaskExecutor();
  private final String bind;
  private final List<Runnable> leaving = new ArrayList<>();
  private final Ledger ledger;
  private final Webhooks webhooks;
  private final EventLoopClock clock;
  private final Calls calls;
  private final Javalin server;
  private final long startedNanos;

  /// `more` are other stand-ins that share the port.
  Sandbox(
      SandboxSettings settings,
      Language language,
      Path data,
      InstantSource instants,
      RandomGenerator random,
      List<StandIn> more) {
    bind = settings.bind();
    EventLoop loop = (EventLoop) group.next();
    clock = new EventLoopClock(loop, instants);
    startedNanos = clock.nanos();
    ledger = new Ledger(instants, data.resolve("ledger.jsonl"));
    People people = new People();
    settings.scenario().ifPresent(file -> people.settle(read(file)));
    Faults faults = new Faults();
    Sids sids = new Sids(random);
    WebhookSignature signature = new WebhookSignature(settings.account().authToken());
    webhooks = new Webhooks(signature, ledger, () -> sids.next("IT"));
    Exchange exchange =
        new Exchange(
            settings.account(),
            clock,
            ledger,
            faults,
            new FrameClock(clock),
            new MediaSockets(loop),
            signature,
            new Notices(webhooks, faults, ledger, clock, blocking),
            new Recordings(data.resolve("recordings"), blocking, () -> sids.next("RE")),
            new Handset.Equipment(clock, language, blocking, ledger),
            sids,
            this::url);
    calls = new Calls(exchange, people, settings.callsPerSecond());
    Messages messages = new Messages(exchange);
    NumberSetup number = new NumberSetup(settings.voiceUrl(), settings.smsUrl());
    Account account = settings.account();
    server =
        Javalin.create(config -> {
          prepare(config);
          new CarrierApi(exchange, calls, messages, number).addTo(config.routes);
          new Controls(people, faults, ledger).addTo(config.routes);
          new Arrivals(account, calls, messages, number, webhooks, clock).addTo(config.routes);
          more.forEach(standIn -> leaving.add(standIn.join(config, ledger)));
        });
    server.start(settings.bind(), settings.port());
  }

  private void prepare(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.concurrency.useVirtualThreads = true;
    config.http.maxRequestSize = 4L << 20;
    config.routes.before("/sandbox/*", this::refuseForeignPages);
    config.routes.get("/", context -> context.html(WorldPage.html()));
    config.routes.get(
        "/health",
        context ->
            context
                .contentType("application/json")
                .result(
                    "{\"status\":\"UP\",\"activeCalls\":%d,\"uptime\":\"%s\"}"
                        .formatted(activeCalls(), uptime())));
    config.routes.exception(
        IllegalArgumentException.class,
        (e, context) -> context.status(400).json(Map.of("error", String.valueOf(e.getMessage()))));
    config.routes.exception(
        JsonProcessingException.class,
        (e, context) -> context.status(400).json(Map.of("error", e.getOriginalMessage())));
  }

  /// The controls belong to this machine: no page from elsewhere may use a browser to reach them.
  private void refuseForeignPages(Context context) {
    String host = context.host() == null ? "" : context.host().replaceFirst(":\\d+$", "");
    String site = context.header("Sec-Fetch-Site");
    boolean foreign = site != null && !site.equals("same-origin") && !site.equals("none");
    if (foreign || !(LOOPBACK.contains(host) || host.equals(bind))) {
      throw new ForbiddenResponse("the controls are for this machine");
    }
  }

  /// The base address it listens on.
  String url() {
    return "http://127.0.0.1:" + server.port();
  }

  Ledger ledger() {
    return ledger;
  }

  private long activeCalls() {
    return clock.ask(() -> calls.all().stream().filter(call -> !call.isOver()).count());
  }

  private Duration uptime() {
    return Duration.ofSeconds((clock.nanos() - startedNanos) / 1_000_000_000);
  }

  private static Scenario read(Path file) {
    try {
      return new ObjectMapper().readValue(Files.readAllBytes(file), Scenario.class);
    } catch (IOException e) {
      throw new UncheckedIOException("the scenario file cannot be read", e);
    }
  }

  /// Ends all calls, lets their last callbacks go out, and closes.
  @Override
  public void close() {
    clock.ask(() -> {
      calls.close();
      return true;
    });
    server.stop();
    leaving.forEach(Runnable::run);
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2_000);
    blocking.shutdown();
    try {
      if (!blocking.awaitTermination(LAST_CALLBACKS_SECONDS, TimeUnit.SECONDS)) {
        blocking.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    webhooks.close();
    ledger.write("closed");
    ledger.close();
  }
}
