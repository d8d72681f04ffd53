package dev.carillon.bench.machine;

import dev.carillon.bench.Bench;
import dev.carillon.cli.campaign.ContactList;
import dev.carillon.cli.rest.Answers.Campaign;
import dev.carillon.cli.rest.Answers.Journey;
import dev.carillon.cli.rest.Api;
import dev.carillon.cli.rest.ApiFailure;
import dev.carillon.cli.shell.ApiOptions;
import dev.carillon.cli.shell.Session;
import dev.carillon.cli.shell.Terminal;
import dev.carillon.cli.shell.Ticks;
import dev.carillon.platform.Addresses;
import dev.carillon.platform.DemoEnvironment;
import dev.carillon.platform.Installation;
import dev.carillon.platform.Platform;
import dev.carillon.platform.TemporaryHome;
import dev.carillon.platform.environment.Environment;
import dev.carillon.platform.process.Narrator;
import dev.carillon.platform.process.StartFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// `kill -9` of worker, api and bridge, each in turn, in the middle of a campaign. Whatever
/// happens, everybody ends with one outcome, and the carrier was asked once per attempt.
public final class CrashBench implements Bench {
  private static final int PEOPLE = 200;
  private static final Duration LIMIT = Duration.ofMinutes(12);
  private static final Ticks TICKS = new Ticks(Duration.ofMillis(300));

  private static final Map<String, Object> CAMPAIGN =
      Map.of(
          "name",
          "Crash",
          "purpose",
          "reminder",
          "maxAttempts",
          2,
          "redial",
          Map.of("NO_ANSWER", List.of("PT2S"), "BUSY", List.of("PT2S")),
          "pace",
          Map.of("callsPerSecond", 5, "concurrency", 16));

  /// Killed once this share of the people is done.
  private record Kill(String part, int percent) {}

  private static final List<Kill> KILLS =
      List.of(new Kill("worker", 15), new Kill("api", 35), new Kill("media-bridge", 55));

  @Override
  public String name() {
    return "crash";
  }

  @Override
  public String what() {
    return "kill -9 of worker, api and bridge amid 200 contacts: one outcome each, one call per"
        + " attempt";
  }

  @Override
  public boolean run(Narrator out) throws InterruptedException {
    var given = new Environment(System.getenv());
    var home = TemporaryHome.make("carillon-bench-");
    var platform =
        Platform.prepare(
            DemoEnvironment.of(given, home.folder(), "*"),
            Installation.of(given),
            InstantSource.system(),
            new SecureRandom(),
            out);
    var hook = Thread.ofPlatform().unstarted(platform::stop);
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      platform.start();
      return campaign(platform.awaitReady(), platform.home().run(), out);
    } finally {
      platform.stop();
      home.close();
    }
  }

  private static boolean campaign(Addresses addresses, Path run, Narrator out)
      throws InterruptedException {
    var api = ApiOptions.to(URI.create(addresses.api()), null);
    var terminal = new Terminal(new PrintWriter(System.out, true, StandardCharsets.UTF_8), false);
    var session = new Session(new Environment(Map.of()), terminal);
    try (var world = new CrowdedWorld(URI.create(Objects.requireNonNull(addresses.sandbox())))) {
      world.settle(PEOPLE);
      var list = new ContactList(api, session).upload(CrowdedWorld.csv(PEOPLE));
      var body = new HashMap<>(CAMPAIGN);
      body.put("importId", list.id());
      var id = api.post("/api/v1/campaigns", body, Campaign.class).id();
      api.post("/api/v1/campaigns/" + id + "/start", Map.of(), Campaign.class);
      untilOver(api, "/api/v1/campaigns/" + id, run, out);
      var journeys = api.list("/api/v1/campaigns/" + id + "/journeys?limit=100", Journey.class);
      return judge(journeys, world.requests(), out);
    }
  }

  private static void untilOver(Api api, String campaign, Path run, Narrator out)
      throws InterruptedException {
    var kills = new ArrayDeque<>(KILLS);
    for (var ticks = LIMIT.dividedBy(TICKS.every()); ticks > 0; ticks--) {
      try {
        var now = api.get(campaign, Campaign.class);
        if (now.over()) {
          return;
        }
        var done = now.counts() == null ? 0 : now.counts().done();
        var next = kills.peek();
        if (next != null && done * 100 >= PEOPLE * next.percent()) {
          kill(kills.remove().part(), run);
          out.say("%d of %d done: killed %s".formatted(done, PEOPLE, next.part()));
        }
      } catch (ApiFailure failure) {
        if (!failure.unanswered()) {
          throw failure;
        }
      }
      TICKS.await();
    }
    throw new StartFailure("the campaign is not over after " + LIMIT.toMinutes() + " minutes");
  }

  private static void kill(String part, Path run) {
    try {
      var pid = Long.parseLong(Files.readString(run.resolve(part + ".pid")).strip());
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    } catch (IOException e) {
      throw new StartFailure("no process id of " + part, e);
    }
  }

  private static boolean judge(
      List<Journey> journeys, CrowdedWorld.Requests requests, Narrator out) {
    var people = new HashSet<String>();
    journeys.forEach(journey -> people.add(journey.contactId()));
    var without =
        journeys.stream()
            .filter(journey -> !journey.state().equals("DONE") || journey.outcome() == null)
            .count();
    var twice = requests.perCall().values().stream().filter(count -> count > 1).count();
    var more =
        journeys.stream()
            .filter(journey ->
                requests.perNumber().getOrDefault(journey.phoneNumber(), 0)
                    > journey.tries().size())
            .count();
    var attempts = journeys.stream().mapToInt(journey -> journey.tries().size()).sum();
    out.say(
        "%d people, %d without exactly one outcome; %d attempts, %d calls asked of the carrier"
            .formatted(people.size(), without, attempts, requests.perCall().size()));
    out.say(
        "%d calls asked for twice, %d people asked for more often than they had attempts"
            .formatted(twice, more));
    return people.size() == PEOPLE
        && journeys.size() == PEOPLE
        && without + twice + more == 0
        && !requests.perCall().containsKey("none");
  }
}
