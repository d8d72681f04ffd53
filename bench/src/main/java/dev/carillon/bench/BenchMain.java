package dev.carillon.bench;

import dev.carillon.bench.attempts.AttemptsBench;
import dev.carillon.bench.audio.FirstAudioBench;
import dev.carillon.bench.machine.CrashBench;
import dev.carillon.bench.machine.StartBench;
import dev.carillon.platform.process.StartFailure;
import java.util.List;
import java.util.logging.LogManager;

/// Entry of `./carillon bench`: lists what can be measured, or measures one thing.
public final class BenchMain {
  private static final List<Bench> ALL =
      List.of(new AttemptsBench(), new FirstAudioBench(), new CrashBench(), new StartBench());

  private BenchMain() {}

  /// Exit 0 when the goal was reached, 1 when it was not, 2 when there is no such benchmark.
  public static void main(String[] arguments) throws InterruptedException {
    System.setProperty("logback.configurationFile", "logback-bench.xml");
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    LogManager.getLogManager().reset();
    System.exit(arguments.length == 0 ? list(0) : run(arguments[0]));
  }

  private static int list(int exit) {
    for (var bench : ALL) {
      say("  %-12s %s".formatted(bench.name(), bench.what()));
    }
    return exit;
  }

  private static int run(String name) throws InterruptedException {
    var chosen = ALL.stream().filter(bench -> bench.name().equals(name)).findFirst();
    if (chosen.isEmpty()) {
      say("carillon: there is no benchmark called '" + name + "'; there are");
      return list(2);
    }
    try {
      var reached = chosen.get().run(BenchMain::say);
      say(reached ? "PASS" : "FAIL");
      return reached ? 0 : 1;
    } catch (StartFailure failure) {
      say("carillon: " + failure.getMessage());
      return 1;
    }
  }

  private static void say(String line) {
    IO.println(line);
  }
}
