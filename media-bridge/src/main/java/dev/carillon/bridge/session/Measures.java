package dev.carillon.bridge.session;

import dev.carillon.bridge.engine.Usage;
import dev.carillon.bridge.journal.Journal;
import dev.carillon.bridge.playout.CallClock;
import dev.carillon.bridge.playout.Playout;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/// How fast a call's agent answers and falls silent, and what its engines use, for the journal and
/// the figures.
final class Measures {
  private static final long NEVER = Long.MIN_VALUE;

  /// What comes later is no answer to what was said, but a word into the silence.
  private static final Duration LATEST_ANSWER = Duration.ofSeconds(15);

  private static final String ELEVENLABS_AGENT = "elevenlabs-agent";
  private static final int PARTS = 3;

  private final Journal journal;
  private final Tally tally;
  private final CallClock clock;
  private final Playout playout;
  private final Supplier<String> engine;
  private long personStopped = NEVER;
  private int underruns;
  private String billed = "";
  private long billedSince;
  private long characters;

  /// @param engine the name of the one that talks
  Measures(
      Journal journal, Tally tally, CallClock clock, Playout playout, Supplier<String> engine) {
    this.journal = journal;
    this.tally = tally;
    this.clock = clock;
    this.playout = playout;
    this.engine = engine;
  }

  /// An engine has begun, or taken over from another one.
  void engineBegan() {
    settle();
    billed = engine.get();
    billedSince = clock.nanos();
  }

  /// The person begins to speak, which `act` acts on.
  void personBegan(Runnable act) {
    personStopped = NEVER;
    boolean talked = !playout.quiet();
    long from = clock.nanos();
    act.run();
    if (talked && playout.quiet()) {
      var took = Duration.ofNanos(clock.nanos() - from);
      tally.gaveWay(engine.get(), took);
      journal.event(
          "turn_measured", Map.of("engine", engine.get(), "bargeInMs", millisBegun(took)));
    }
  }

  private static long millisBegun(Duration took) {
    return (took.toNanos() + 999_999) / 1_000_000;
  }

  void personStopped() {
    personStopped = clock.nanos();
  }

  /// Engines without a word on when the person stopped have one on when they had understood.
  void turnTaken() {
    if (personStopped == NEVER) {
      personStopped = clock.nanos();
    }
  }

  /// The first sound of something the agent says goes on the line.
  void agentBegins() {
    if (personStopped == NEVER) {
      return;
    }
    var took = Duration.ofNanos(clock.nanos() - personStopped);
    personStopped = NEVER;
    if (took.compareTo(LATEST_ANSWER) > 0) {
      return;
    }
    int dry = playout.underruns() - underruns;
    underruns += dry;
    tally.answered(engine.get(), took);
    journal.event(
        "turn_measured",
        Map.of("engine", engine.get(), "answerMs", took.toMillis(), "underruns", dry));
  }

  /// The agent's words, which a cascade's voice bills by the character.
  void words(String more) {
    characters += more.codePointCount(0, more.length());
  }

  void used(Usage usage) {
    if (usage.quantity() > 0) {
      tally.used(usage);
      var detail = new HashMap<String, Object>();
      detail.put("provider", usage.provider());
      detail.put("model", usage.model());
      detail.put("unit", usage.unit());
      detail.put("quantity", usage.quantity());
      journal.event("usage_counted", detail);
    }
  }

  /// The call is over, or its engine: what is billed by time and length is known now.
  void settle() {
    var parts = billed.split("\\+", -1);
    long seconds = Duration.ofNanos(clock.nanos() - billedSince).toSeconds();
    if (parts.length == PARTS) {
      used(new Usage(parts[0], "recognition", "seconds", seconds));
      used(new Usage(parts[2], "speech", "characters", characters));
    } else if (billed.equals(ELEVENLABS_AGENT)) {
      used(new Usage("elevenlabs", "agent", "seconds", seconds));
    }
    billed = "";
    characters = 0;
  }
}
