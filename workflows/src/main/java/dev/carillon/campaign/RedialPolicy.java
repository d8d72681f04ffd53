package dev.carillon.campaign;

import dev.carillon.call.Disposition;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// When is a person called again? Per disposition the waits before the second, third, … attempt; an
/// empty list means never. A disposition that is not named is not redialled.
public record RedialPolicy(Map<Disposition, List<Duration>> waits) {

  /// What holds when a campaign says nothing (contract.md, "Defaults").
  public static final RedialPolicy DEFAULT =
      new RedialPolicy(
          Map.of(
              Disposition.NO_ANSWER, List.of(Duration.ofHours(2), Duration.ofHours(24)),
              Disposition.BUSY, List.of(Duration.ofMinutes(15), Duration.ofHours(2)),
              Disposition.VOICEMAIL, List.of(),
              Disposition.FAILED, List.of(Duration.ofMinutes(15)),
              Disposition.UNKNOWN, List.of(Duration.ofHours(24))));

  public RedialPolicy {
    var copy = new EnumMap<Disposition, List<Duration>>(Disposition.class);
    waits.forEach((disposition, list) -> copy.put(disposition, List.copyOf(list)));
    waits = copy;
  }

  /// What to do after an attempt that did not reach the person.
  ///
  /// @param line what the line did; answered without a word counts as `NO_ANSWER`
  /// @param sameBefore how many attempts of this journey ended in `line` before this one
  /// @param attempts how many attempts there were, this one included
  public Decision after(Disposition line, int sameBefore, int attempts, int maxAttempts) {
    if (attempts >= maxAttempts) {
      return new Decision.Stop("ATTEMPTS_EXHAUSTED");
    }
    var list = waits.getOrDefault(line, List.of());
    if (sameBefore >= list.size()) {
      return new Decision.Stop(list.isEmpty() ? "NOT_REDIALLED" : "REDIALS_EXHAUSTED");
    }
    return new Decision.CallAgain(list.get(sameBefore));
  }

  /// Call again after a wait, or stop.
  public sealed interface Decision {

    record CallAgain(Duration pause) implements Decision {}

    record Stop(String reason) implements Decision {}
  }
}
