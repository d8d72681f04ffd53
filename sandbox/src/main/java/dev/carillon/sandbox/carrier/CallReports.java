package dev.carillon.sandbox.carrier;

import dev.carillon.sandbox.carrier.recording.Recordings;
import dev.carillon.sandbox.carrier.twiml.Verb;
import dev.carillon.sandbox.carrier.webhook.Webhook;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the customer is told about one call.
final class CallReports {
  private final Call call;
  private final Exchange exchange;
  private int sequence;

  CallReports(Call call, Exchange exchange) {
    this.call = call;
    this.exchange = exchange;
  }

  /// Parameters that every request about the call carries.
  Map<String, String> fields() {
    Map<String, String> fields = new HashMap<>();
    fields.put("CallSid", call.sid());
    fields.put("AccountSid", exchange.account().sid());
    fields.put("From", call.from());
    fields.put("To", call.to());
    fields.put("Caller", call.from());
    fields.put("Called", call.to());
    fields.put("Direction", call.direction());
    fields.put("ApiVersion", Account.VERSION);
    fields.put("CallStatus", call.status().wireName());
    for (String side : List.of("From", "To", "Caller", "Called")) {
      fields.put(side + "City", "");
      fields.put(side + "State", "");
      fields.put(side + "Zip", "");
      fields.put(side + "Country", "US");
    }
    call.answeredBy().ifPresent(who -> fields.put("AnsweredBy", who));
    return fields;
  }

  /// One of the four status events: initiated, ringing, answered, completed.
  void status(String event) {
    List<String> wanted = call.form().all("StatusCallbackEvent");
    String url = call.form().text("StatusCallback", "");
    if (url.isEmpty() || !(wanted.isEmpty() ? List.of("completed") : wanted).contains(event)) {
      return;
    }
    Map<String, String> fields = fields();
    if (event.equals("initiated")) {
      fields.put("CallStatus", "initiated");
    }
    fields.put("Timestamp", Rfc2822.of(exchange.clock().now()));
    fields.put("CallbackSource", "call-progress-events");
    fields.put("SequenceNumber", Integer.toString(sequence));
    if (event.equals("completed")) {
      int seconds = call.durationSeconds();
      fields.put("CallDuration", Integer.toString(seconds));
      fields.put("Duration", Integer.toString(Math.ceilDiv(seconds, 60)));
      fields.put("SipResponseCode", call.status().sipCode());
      call.recordings().last().ifPresent(recording -> addRecording(fields, recording));
    }
    String method = call.form().text("StatusCallbackMethod", "POST");
    tell(new Webhook(call.sid(), "status", url, method, fields, sequence));
    sequence++;
  }

  /// The verdict of answering machine detection.
  void machine(String answeredBy, long millis) {
    String url = call.form().text("AsyncAmdStatusCallback", "");
    if (url.isEmpty()) {
      return;
    }
    Map<String, String> fields =
        Map.of(
            "CallSid", call.sid(),
            "AccountSid", exchange.account().sid(),
            "AnsweredBy", answeredBy,
            "MachineDetectionDuration", Long.toString(millis));
    String method = call.form().text("AsyncAmdStatusCallbackMethod", "POST");
    tell(new Webhook(call.sid(), "amd", url, method, fields, null));
  }

  /// What became of a recording.
  void recording(Verb.Callback callback, Recordings.Entry recording) {
    String url = callback.url();
    if (url == null || !callback.events().contains(recording.status())) {
      return;
    }
    Map<String, String> fields = new HashMap<>();
    fields.put("AccountSid", exchange.account().sid());
    fields.put("CallSid", call.sid());
    fields.put("RecordingStatus", recording.status());
    fields.put("RecordingChannels", Integer.toString(recording.channels()));
    fields.put("RecordingStartTime", Rfc2822.of(Instant.ofEpochSecond(recording.began())));
    fields.put("RecordingSource", recording.source());
    addRecording(fields, recording);
    tell(new Webhook(call.sid(), "recording", url, callback.method(), fields, null));
  }

  /// How a media stream fares: stream-started, stream-stopped, stream-error.
  void stream(Verb.Callback callback, String streamSid, String name, String event, String error) {
    String url = callback.url();
    if (url == null) {
      return;
    }
    Map<String, String> fields = new HashMap<>();
    fields.put("AccountSid", exchange.account().sid());
    fields.put("CallSid", call.sid());
    fields.put("StreamSid", streamSid);
    fields.put("StreamName", name.isEmpty() ? streamSid : name);
    fields.put("StreamEvent", event);
    fields.put("Timestamp", exchange.clock().now().truncatedTo(ChronoUnit.MILLIS).toString());
    if (!error.isEmpty()) {
      fields.put("StreamError", error);
    }
    tell(new Webhook(call.sid(), "stream", url, callback.method(), fields, null));
  }

  /// The public address of a recording, without an ending.
  String recordingUrl(String recordingSid) {
    return exchange.publicUrl().get() + exchange.account().path() + "/Recordings/" + recordingSid;
  }

  private void addRecording(Map<String, String> fields, Recordings.Entry recording) {
    fields.put("RecordingSid", recording.sid());
    fields.put("RecordingUrl", recordingUrl(recording.sid()));
    fields.put("RecordingDuration", Integer.toString(recording.seconds()));
  }

  private void tell(Webhook notice) {
    exchange.notices().tell(notice, call.part().phoneNumber(), call.part().attempt());
  }
}
