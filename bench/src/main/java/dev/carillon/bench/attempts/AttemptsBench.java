package dev.carillon.bench.attempts;

import dev.carillon.bench.Bench;
import dev.carillon.bench.Servers;
import dev.carillon.cli.shell.Table;
import dev.carillon.platform.process.Narrator;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/// Attempts finished per second against a bare pair of workflows. The two take turns on the same
/// servers, so that both meet the same machine; the middle of the rounds counts.
public final class AttemptsBench implements Bench {
  static final String CODEC_KEY = "bench:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

  /// More at a time make Temporal's development server slower to answer, not faster.
  static final int IN_FLIGHT = 30;

  private static final double GOAL = 0.70;
  private static final int ROUNDS = 3;
  private static final int WARM_UP = 45;
  private static final int PEOPLE = 90;

  @Override
  public String name() {
    return "attempts";
  }

  @Override
  public String what() {
    return "attempts finished per second, against a bare pair of workflows (goal: 70 %)";
  }

  @Override
  public boolean run(Narrator out) throws InterruptedException {
    try (var servers = Servers.start(out)) {
      var real = measure("real path", RealPath::new, servers, out);
      var empty = measure("activities that do nothing", EmptyPath::new, servers, out);
      var table = new Table("attempts per second", "Carillon", "bare pair", "ratio %");
      row(table, "real path: PostgreSQL, carrier, queue, inbox", real);
      row(table, "activities that do nothing", empty);
      table.lines().forEach(out::say);
      return ratio(real) >= GOAL && ratio(empty) >= GOAL;
    }
  }

  private static Map<Pair, Double> measure(
      String what, Function<Servers, Path> way, Servers servers, Narrator out)
      throws InterruptedException {
    try (var path = way.apply(servers)) {
      for (var pair : Pair.values()) {
        path.attemptsPerSecond(pair, WARM_UP);
      }
      var rates = new EnumMap<Pair, double[]>(Pair.class);
      for (var round = 0; round < ROUNDS; round++) {
        for (var pair : Pair.values()) {
          var rate = path.attemptsPerSecond(pair, PEOPLE);
          rates.computeIfAbsent(pair, _ -> new double[ROUNDS])[round] = rate;
          out.say("  %s, %s: %.1f/s".formatted(what, pair.name().toLowerCase(Locale.ROOT), rate));
        }
      }
      var middles = new EnumMap<Pair, Double>(Pair.class);
      rates.forEach((pair, all) -> middles.put(pair, middle(all)));
      return middles;
    }
  }

  private static double middle(double[] rates) {
    Arrays.sort(rates);
    return rates[rates.length / 2];
  }

  private static void row(Table table, String what, Map<Pair, Double> rates) {
    table.row(
        what,
        "%.1f".formatted(rates.get(Pair.CARILLON)),
        "%.1f".formatted(rates.get(Pair.BARE)),
        "%.0f".formatted(100 * ratio(rates)));
  }

  private static double ratio(Map<Pair, Double> rates) {
    return rates.getOrDefault(Pair.CARILLON, 0.0) / rates.getOrDefault(Pair.BARE, 1.0);
  }
}
