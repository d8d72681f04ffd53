package dev.carillon.bridge.session;

import dev.carillon.bridge.desk.DeskCalls;
import dev.carillon.bridge.desk.DeskFailure;
import dev.carillon.bridge.journal.Journal;
import dev.carillon.bridge.playout.CallClock;
import dev.carillon.bridge.playout.PhoneLine;
import dev.carillon.call.StreamEnd;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;

/// Ends a session once, whatever ends it: waits a moment for the person's last words, delivers the
/// transcript, reports to the workflow, and only then lets go of the line. Every step has its
/// limit.
final class Teardown {
  private static final Duration LAST_WORDS = Duration.ofMillis(1_500);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
  private static final Duration DELIVERY = Duration.ofSeconds(2);
  private static final Duration CARRIER_CLOSES = Duration.ofSeconds(3);
  private static final Duration REPORT_AGAIN = Duration.ofMillis(500);
  private static final int REPORTS = 6;

  private final UUID callId;
  private final String token;
  private final CallClock clock;
  private final DeskCalls desk;
  private final PhoneLine line;
  private final Journal journal;
  private final Runnable closed;
  private boolean reported;
  private boolean finished;

  Teardown(
      UUID callId,
      String token,
      CallClock clock,
      DeskCalls desk,
      PhoneLine line,
      Journal journal,
      Runnable closed) {
    this.callId = callId;
    this.token = token;
    this.clock = clock;
    this.desk = desk;
    this.line = line;
    this.journal = journal;
    this.closed = closed;
  }

  /// Begins; called once.
  ///
  /// @param wordsMissing whether words of the person are still to come from the engine
  /// @param report made when no more lines can come
  void run(Supplier<Boolean> wordsMissing, Runnable wordsOver, Supplier<StreamEnd> report) {
    awaitWords(
        clock.nanos() + LAST_WORDS.toNanos(), wordsMissing, () -> deliver(wordsOver, report));
  }

  /// The socket is gone.
  void lineLost() {
    finishIfReported();
  }

  private void awaitWords(long until, Supplier<Boolean> missing, Runnable then) {
    if (missing.get() && clock.nanos() < until) {
      clock.after(LOOK_AGAIN, () -> awaitWords(until, missing, then));
    } else {
      then.run();
    }
  }

  private void deliver(Runnable wordsOver, Supplier<StreamEnd> report) {
    wordsOver.run();
    var end = report.get();
    desk.run(() -> journal.awaitDelivered(DELIVERY), () -> report(end, REPORTS));
  }

  private void report(StreamEnd end, int triesLeft) {
    desk.ask(
        at -> at.ended(callId, token, end),
        _ -> release(end),
        kind -> {
          if (kind == DeskFailure.Kind.NOT_FOUND || triesLeft <= 1) {
            release(end);
          } else {
            clock.after(REPORT_AGAIN, () -> report(end, triesLeft - 1));
          }
        });
  }

  private void release(StreamEnd end) {
    reported = true;
    if (!line.open()) {
      finishIfReported();
    } else if (end.hangUp()) {
      // The workflow asks the carrier to hang up; should that not come, closing the stream leads
      // the carrier to the redirect, which hangs up too.
      clock.after(CARRIER_CLOSES, this::closeLine);
    } else {
      closeLine();
    }
  }

  private void closeLine() {
    line.close(1000);
    finishIfReported();
  }

  private void finishIfReported() {
    if (reported && !finished) {
      finished = true;
      journal.close();
      closed.run();
    }
  }
}
