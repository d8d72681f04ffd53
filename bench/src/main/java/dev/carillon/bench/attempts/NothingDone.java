package dev.carillon.bench.attempts;

import dev.carillon.call.Acknowledged;
import dev.carillon.call.CallBook;
import dev.carillon.call.CallBrief;
import dev.carillon.call.CallStart;
import dev.carillon.call.CarrierReport;
import dev.carillon.call.Disposition;
import dev.carillon.call.Placement;
import dev.carillon.call.Telephony;
import dev.carillon.campaign.JourneyBook;
import dev.carillon.temporal.CallWorkflows;
import java.time.Instant;
import java.util.concurrent.Semaphore;

/// Activities that do nothing: what is left is Temporal. Placing a call has its workflow told that
/// the line is busy, and finishing a journey lets the next one begin.
final class NothingDone implements Telephony, CallBook, JourneyBook {
  private final CallWorkflows calls;
  private final Semaphore room;

  NothingDone(CallWorkflows calls, Semaphore room) {
    this.calls = calls;
    this.room = room;
  }

  @Override
  public Placement place(CallStart call) {
    var sid = "CA" + call.callId();
    Thread.ofVirtual()
        .start(() ->
            calls.reported(
                call.callId(),
                new CarrierReport.Over(sid, Disposition.BUSY, false, Instant.EPOCH)));
    return new Placement.Placed(sid);
  }

  @Override
  public Acknowledged close(CallEnd end) {
    return new Acknowledged(true);
  }

  @Override
  public Finished finish(Finish finish) {
    room.release();
    return new Finished(finish.outcome());
  }

  @Override
  public Acknowledged pauseRecording(RecordingPause pause) {
    return new Acknowledged(true);
  }

  @Override
  public Acknowledged hangUp(CallStart call) {
    throw notPartOfIt();
  }

  @Override
  public CallBrief brief(CallStart call) {
    throw notPartOfIt();
  }

  @Override
  public Acknowledged streamEnded(StreamNote note) {
    throw notPartOfIt();
  }

  @Override
  public Queued queueAttempt(NextAttempt next) {
    throw notPartOfIt();
  }

  @Override
  public TextSent sendText(SendText text) {
    throw notPartOfIt();
  }

  private static UnsupportedOperationException notPartOfIt() {
    return new UnsupportedOperationException("not part of an attempt that finds a busy line");
  }
}
