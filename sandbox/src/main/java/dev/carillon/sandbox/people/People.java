package dev.carillon.sandbox.people;

import dev.carillon.sandbox.faults.Chance;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Everybody in the world, and how often each has been called. Any thread may ask and change.
public final class People {
  private static final long DEFAULT_SEED = 1;
  private static final List<Double> DEFAULT_RING = List.of(0.4, 1.2);
  private static final double DEFAULT_NO_ANSWER = 2;

  private final Map<String, Resident> residents = new LinkedHashMap<>();
  private final Map<String, Integer> attempts = new HashMap<>();
  private long seed = DEFAULT_SEED;
  private List<Double> ringSeconds = DEFAULT_RING;
  private double noAnswerSeconds = DEFAULT_NO_ANSWER;
  private Script otherwise = Script.CONFIRM;

  /// Adds or replaces people and changes what the scenario names; everybody else stays.
  public synchronized void settle(Scenario scenario) {
    if (scenario.seed() != null) {
      seed = scenario.seed();
    }
    if (scenario.ringSeconds() != null) {
      ringSeconds = scenario.ringSeconds();
    }
    if (scenario.noAnswerSeconds() != null) {
      noAnswerSeconds = scenario.noAnswerSeconds();
    }
    if (scenario.otherwise() != null) {
      otherwise = scenario.otherwise();
    }
    for (Resident resident : scenario.people() == null ? List.<Resident>of() : scenario.people()) {
      residents.put(resident.phoneNumber(), resident);
      attempts.remove(resident.phoneNumber());
    }
  }

  /// Everybody who was settled, in that order.
  public synchronized List<Resident> all() {
    return List.copyOf(residents.values());
  }

  /// What the person would do if called now.
  public synchronized Script next(String phoneNumber) {
    return script(phoneNumber, attempts.getOrDefault(phoneNumber, 0));
  }

  /// Counts an attempt to reach somebody and says what comes of it.
  public synchronized Part call(String phoneNumber) {
    int attempt = attempts.merge(phoneNumber, 1, Integer::sum) - 1;
    return part(phoneNumber, attempt, script(phoneNumber, attempt));
  }

  /// As [#call], with a script for this once.
  public synchronized Part call(String phoneNumber, Script script) {
    return part(phoneNumber, attempts.merge(phoneNumber, 1, Integer::sum) - 1, script);
  }

  private Part part(String phoneNumber, int attempt, Script script) {
    Resident resident = residents.get(phoneNumber);
    Voice voice = resident == null ? null : resident.voice();
    if (voice == null) {
      voice = Voice.any(Chance.of(seed, "voice", phoneNumber));
    }
    Duration ring = ring(resident, phoneNumber, attempt, script);
    return new Part(phoneNumber, script, attempt, ring, voice, seed);
  }

  private Duration ring(
      @Nullable Resident resident, String phoneNumber, int attempt, Script script) {
    double seconds;
    if (resident != null && resident.ringSeconds() != null) {
      seconds = resident.ringSeconds();
    } else if (script == Script.NO_ANSWER) {
      seconds = noAnswerSeconds;
    } else {
      double from = ringSeconds.get(0);
      double span = ringSeconds.get(1) - from;
      seconds = from + span * Chance.of(seed, "ring", phoneNumber, attempt).nextDouble();
    }
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  private Script script(String phoneNumber, int attempt) {
    Resident resident = residents.get(phoneNumber);
    return resident == null ? otherwise : resident.script(attempt);
  }

  /// What one attempt comes to: the script, which attempt it is from 0, how long the phone rings,
  /// and whose voice.
  public record Part(
      String phoneNumber, Script script, int attempt, Duration ring, Voice voice, long seed) {
    /// This attempt's own chance, for one purpose.
    public RandomGenerator chance(String purpose) {
      return Chance.of(seed, purpose, phoneNumber, attempt);
    }
  }
}
