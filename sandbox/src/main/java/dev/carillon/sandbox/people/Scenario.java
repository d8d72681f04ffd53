package dev.carillon.sandbox.people;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who lives in the world, as written in a scenario file. `otherwise` is the script of everybody
/// not listed, `ringSeconds` from and to, `noAnswerSeconds` how long a phone rings that nobody
/// takes.
public record Scenario(
    @Nullable Long seed,
    @Nullable List<Double> ringSeconds,
    @Nullable Double noAnswerSeconds,
    @Nullable Script otherwise,
    @Nullable List<Resident> people) {
  /// A world in which everybody confirms.
  public static Scenario empty() {
    return new Scenario(null, null, null, null, null);
  }

  public Scenario {
    people = people == null ? null : List.copyOf(people);
    ringSeconds = ringSeconds == null ? null : List.copyOf(ringSeconds);
    if (ringSeconds != null
        && (ringSeconds.size() != 2 || ringSeconds.get(0) > ringSeconds.get(1))) {
      throw new IllegalArgumentException("ringSeconds are two numbers, from and to");
    }
  }
}
