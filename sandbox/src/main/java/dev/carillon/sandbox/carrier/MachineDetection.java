package dev.carillon.sandbox.carrier;

import dev.carillon.sandbox.people.Script;
import java.time.Duration;
import java.util.function.BiConsumer;

/// Tells people from machines, as well as the carrier would: in the time it takes, and with the
/// verdicts of the mode that was asked for.
final class MachineDetection {
  private static final int TIMEOUT_SECONDS = 30;
  private static final int SILENCE_MS = 5_000;
  private static final Duration MACHINE_SPEAKS = Duration.ofMillis(2_600);
  private static final Duration AFTER_BEEP = Duration.ofMillis(100);

  private final Call call;
  private final Exchange exchange;
  private final BiConsumer<String, Long> verdict;
  private final long began;
  private boolean decided;

  /// `verdict` gets what answered and the ms it took to find out; once, unless the call ends
  /// before.
  MachineDetection(Call call, Exchange exchange, BiConsumer<String, Long> verdict) {
    this.call = call;
    this.exchange = exchange;
    this.verdict = verdict;
    this.began = exchange.clock().nanos();
  }

  void begin() {
    boolean waitsForEnd = call.form().text("MachineDetection", "").equals("DetectMessageEnd");
    Script script = call.part().script();
    if (script == Script.VOICEMAIL && waitsForEnd) {
      int timeout = call.form().number("MachineDetectionTimeout", TIMEOUT_SECONDS);
      decideAfter(Duration.ofSeconds(timeout), "machine_end_silence");
    } else if (script == Script.VOICEMAIL) {
      decideAfter(MACHINE_SPEAKS, "machine_start");
    } else if (script == Script.SILENT) {
      int silence = call.form().number("MachineDetectionSilenceTimeout", SILENCE_MS);
      decideAfter(Duration.ofMillis(silence), "unknown");
    } else {
      int millis = 800 + call.part().chance("amd").nextInt(400);
      decideAfter(Duration.ofMillis(millis), "human");
    }
  }

  /// The machine's beep has been heard.
  void beeped() {
    if (call.form().text("MachineDetection", "").equals("DetectMessageEnd")) {
      decideAfter(AFTER_BEEP, "machine_end_beep");
    }
  }

  private void decideAfter(Duration delay, String answeredBy) {
    call.after(
        delay,
        () -> {
          if (!decided) {
            decided = true;
            verdict.accept(answeredBy, (exchange.clock().nanos() - began) / 1_000_000);
          }
        });
  }
}
