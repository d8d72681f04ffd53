package dev.carillon.sandbox.carrier;

import dev.carillon.sandbox.carrier.recording.Recording;
import dev.carillon.sandbox.carrier.recording.Recordings;
import dev.carillon.sandbox.carrier.twiml.Verb;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The recordings of one call: begun by whoever wants one, ended with the call at the latest.
final class CallRecordings {
  private static final Duration READY_AFTER = Duration.ofMillis(300);

  private static final String CURRENT = "Twilio.CURRENT";

  private final List<Running> running = new ArrayList<>();
  private final String callSid;
  private final Exchange exchange;
  private final CallReports reports;
  private final @Nullable CallAudio audio;
  private Recordings.@Nullable Entry last;

  CallRecordings(
      String callSid, Exchange exchange, CallReports reports, @Nullable CallAudio audio) {
    this.callSid = callSid;
    this.exchange = exchange;
    this.reports = reports;
    this.audio = audio;
  }

  /// Begins to record both directions.
  Recording begin(String source, int channels, Verb.Callback callback) {
    Recording recording =
        exchange.recordings().begin(callSid, channels, source, exchange.clock().now());
    running.add(new Running(recording, callback));
    if (audio != null) {
      audio.record(recording);
    }
    exchange
        .recordings()
        .find(recording.sid())
        .ifPresent(entry -> reports.recording(callback, entry));
    return recording;
  }

  /// Begins what was ordered by REST, with the call or during it.
  Recording begin(String source, Form order) {
    int channels = order.text("RecordingChannels", "mono").equals("dual") ? 2 : 1;
    List<String> events = order.all("RecordingStatusCallbackEvent");
    Verb.Callback callback =
        new Verb.Callback(
            order.text("RecordingStatusCallback").orElse(null),
            order.text("RecordingStatusCallbackMethod", "POST"),
            events.isEmpty() ? List.of("completed") : events);
    return begin(source, channels, callback);
  }

  /// The one under way that `name` means: its id, or the carrier's word for the newest.
  Optional<Recording> underWay(String name) {
    return running.reversed().stream()
        .map(Running::recording)
        .filter(recording -> name.equals(CURRENT) || name.equals(recording.sid()))
        .findFirst();
  }

  /// Pauses, resumes or stops one.
  void change(Recording recording, String status, boolean skip) {
    switch (status) {
      case "paused" -> recording.pause(skip ? Recording.Pause.SKIP : Recording.Pause.SILENCE);
      case "in-progress" -> recording.pause(Recording.Pause.NONE);
      default -> end(recording);
    }
    exchange
        .ledger()
        .write("recording", "sid", callSid, "recording", recording.sid(), "status", status);
  }

  /// Ends one before the call does.
  void end(Recording recording) {
    running.stream()
        .filter(one -> one.recording.equals(recording))
        .findFirst()
        .ifPresent(this::end);
  }

  /// Ends all.
  void end() {
    List.copyOf(running).forEach(this::end);
  }

  /// The one that ended last.
  Optional<Recordings.Entry> last() {
    return Optional.ofNullable(last);
  }

  private void end(Running one) {
    running.remove(one);
    if (audio != null) {
      audio.stopRecording(one.recording);
    }
    Recordings.Entry entry = exchange.recordings().finish(one.recording);
    last = entry;
    exchange
        .ledger()
        .write("recording", "sid", callSid, "recording", entry.sid(), "seconds", entry.seconds());
    var _ = exchange.clock().after(READY_AFTER, () -> reports.recording(one.callback, entry));
  }

  private record Running(Recording recording, Verb.Callback callback) {}
}
