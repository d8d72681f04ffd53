package dev.carillon.bench.machine;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.carillon.bench.Bench;
import dev.carillon.cli.shell.Ticks;
import dev.carillon.platform.Addresses;
import dev.carillon.platform.Ports;
import dev.carillon.platform.TemporaryHome;
import dev.carillon.platform.process.Narrator;
import dev.carillon.platform.process.StartFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// How soon a person has something: the console after `up`, the table of outcomes of `demo`. Both
/// by the launcher, as a person types them. The first start in a home, which also makes the
/// database, stands beside a later one; between them the class archives of the build are waited
/// for.
public final class StartBench implements Bench {
  private static final int CONSOLE_SECONDS = 20;
  private static final int DEMO_SECONDS = 90;
  private static final List<String> PROGRAMS = List.of("api", "worker", "media-bridge", "sandbox");
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final Ticks TICKS = new Ticks(Duration.ofMillis(50));

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

  @Override
  public String name() {
    return "start";
  }

  @Override
  public String what() {
    return "console reachable after up (goal: 20 s), demo with ten contacts done (goal: 90 s)";
  }

  @Override
  public boolean run(Narrator out) throws InterruptedException {
    try (var home = TemporaryHome.make("carillon-bench-")) {
      var first = untilConsole(home.folder(), true);
      out.say("console after the first up in a home: %.1f s".formatted(first));
      var later = untilConsole(home.folder(), false);
      out.say("console after a later up: %.1f s".formatted(later));
      var demo = demo(home.folder().resolve("demo.json"), out);
      return later <= CONSOLE_SECONDS && demo <= DEMO_SECONDS;
    } catch (IOException e) {
      throw new StartFailure("the launcher cannot be run: " + e.getMessage(), e);
    }
  }

  private double untilConsole(Path home, boolean first) throws IOException, InterruptedException {
    var started = System.nanoTime();
    var up = launch(home, "up");
    try {
      while (!consoleAnswers(home)) {
        if (!up.isAlive() || System.nanoTime() - started > LIMIT.toNanos()) {
          throw new StartFailure("up does not start: its log lies beside " + home);
        }
        TICKS.await();
      }
      var seconds = (System.nanoTime() - started) / 1e9;
      while (first && !archived() && System.nanoTime() - started < LIMIT.toNanos()) {
        TICKS.await();
      }
      return seconds;
    } finally {
      end(up);
    }
  }

  /// The first launch of a build makes its class archives in the background.
  private static boolean archived() {
    var build = Path.of(System.getenv().getOrDefault("CARILLON_BUILD", "."));
    return PROGRAMS.stream().allMatch(name -> Files.exists(build.resolve(name + ".jsa")));
  }

  private boolean consoleAnswers(Path home) throws InterruptedException {
    var addresses = Addresses.read(home.resolve("run/addresses.json"));
    if (addresses.isEmpty()) {
      return false;
    }
    var request =
        HttpRequest.newBuilder(URI.create(addresses.get().api() + "/"))
            .timeout(Duration.ofSeconds(2))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() < 400;
    } catch (IOException _) {
      return false;
    }
  }

  private static double demo(Path result, Narrator out) throws IOException, InterruptedException {
    var started = System.nanoTime();
    var demo = launch(result.resolveSibling("unused"), "demo", "--json", result.toString());
    try {
      if (!demo.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS) || demo.exitValue() != 0) {
        throw new StartFailure("the demo did not end well");
      }
    } finally {
      end(demo);
    }
    var seconds = (System.nanoTime() - started) / 1e9;
    var outcomes = new ObjectMapper().readTree(result.toFile());
    out.say(
        "demo from the command to its end: %.1f s; last outcome after %d s; %s"
            .formatted(seconds, outcomes.path("seconds").asInt(), outcomes.path("outcomes")));
    return outcomes.path("seconds").asInt();
  }

  private static Process launch(Path home, String... arguments) throws IOException {
    var launcher = Path.of(System.getenv().getOrDefault("CARILLON_PROJECT", "."), "carillon");
    var command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    var log = home.resolveSibling(home.getFileName() + ".log").toFile();
    log.deleteOnExit();
    var builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
    builder.environment().put("CARILLON_HOME", home.toString());
    Ports.DEFAULTS.keySet().forEach(port -> builder.environment().put(port, "0"));
    var process = builder.start();
    // Ctrl-C must not leave a platform behind.
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(process::destroy));
    return process;
  }

  private static void end(Process process) throws InterruptedException {
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
