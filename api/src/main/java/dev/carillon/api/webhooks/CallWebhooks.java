package dev.carillon.api.webhooks;

import dev.carillon.activities.postgres.events.Callback;
import dev.carillon.signature.LinkPurpose;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

/// The carrier's webhooks about calls that Carillon placed.
@RestController
final class CallWebhooks {
  private static final String[] OF_A_CALL = {"AccountSid", "CallSid"};

  private final CallbackDesk desk;
  private final VoiceAnswers voice;
  private final RecordingRows recordings;

  CallWebhooks(CallbackDesk desk, VoiceAnswers voice, RecordingRows recordings) {
    this.desk = desk;
    this.voice = voice;
    this.recordings = recordings;
  }

  /// Somebody, or something, has taken the call: what now?
  @PostMapping("/webhooks/twilio/voice/{callId}/{token}")
  ResponseEntity<String> voice(
      @PathVariable String callId,
      @PathVariable String token,
      @RequestAttribute(SignedForm.ATTRIBUTE) SignedForm form) {
    if (!form.has(OF_A_CALL)) {
      return empty(HttpStatus.BAD_REQUEST);
    }
    var address = CallbackDesk.Address.of(callId, token);
    var key = form.get("CallSid") + "|voice|" + form.orElse("CallStatus", "-");
    return twiml(
        desk.take(
            address,
            LinkPurpose.VOICE,
            Callback.Kind.VOICE,
            key,
            form,
            call -> voice.first(call, form.get("CallSid"), token)));
  }

  /// The stream is over, the call is not: what now?
  @PostMapping("/webhooks/twilio/voice/{callId}/{token}/resume")
  ResponseEntity<String> resume(
      @PathVariable String callId,
      @PathVariable String token,
      @RequestAttribute(SignedForm.ATTRIBUTE) SignedForm form) {
    if (!form.has(OF_A_CALL)) {
      return empty(HttpStatus.BAD_REQUEST);
    }
    var address = CallbackDesk.Address.of(callId, token);
    var key = form.get("CallSid") + "|resume|" + form.orElse("CallStatus", "-");
    return twiml(
        desk.take(
            address,
            LinkPurpose.VOICE,
            Callback.Kind.VOICE,
            key,
            form,
            call -> voice.again(call, token)));
  }

  @PostMapping("/webhooks/twilio/status/{callId}/{token}")
  ResponseEntity<String> status(
      @PathVariable String callId,
      @PathVariable String token,
      @RequestAttribute(SignedForm.ATTRIBUTE) SignedForm form) {
    if (!form.has(OF_A_CALL) || !form.has("CallStatus")) {
      return empty(HttpStatus.BAD_REQUEST);
    }
    var key =
        "%s|%s|%s"
            .formatted(
                form.get("CallSid"), form.get("CallStatus"), form.orElse("SequenceNumber", "-"));
    return news(callId, token, LinkPurpose.STATUS, Callback.Kind.STATUS, key, form);
  }

  @PostMapping("/webhooks/twilio/amd/{callId}/{token}")
  ResponseEntity<String> amd(
      @PathVariable String callId,
      @PathVariable String token,
      @RequestAttribute(SignedForm.ATTRIBUTE) SignedForm form) {
    if (!form.has(OF_A_CALL)) {
      return empty(HttpStatus.BAD_REQUEST);
    }
    var key = form.get("CallSid") + "|amd|" + form.orElse("AnsweredBy", "-");
    return news(callId, token, LinkPurpose.AMD, Callback.Kind.AMD, key, form);
  }

  @PostMapping("/webhooks/twilio/recording/{callId}/{token}")
  ResponseEntity<String> recording(
      @PathVariable String callId,
      @PathVariable String token,
      @RequestAttribute(SignedForm.ATTRIBUTE) SignedForm form) {
    if (!form.has(OF_A_CALL)) {
      return empty(HttpStatus.BAD_REQUEST);
    }
    var key =
        "%s|recording|%s|%s"
            .formatted(
                form.get("CallSid"),
                form.orElse("RecordingSid", "-"),
                form.orElse("RecordingStatus", "-"));
    var address = CallbackDesk.Address.of(callId, token);
    var taken =
        desk.take(
            address,
            LinkPurpose.RECORDING,
            Callback.Kind.RECORDING,
            key,
            form,
            call -> {
              recordings.note(call.id(), form);
              return "";
            });
    return answered(taken);
  }

  private ResponseEntity<String> news(
      String callId,
      String token,
      LinkPurpose purpose,
      Callback.Kind kind,
      String key,
      SignedForm form) {
    var address = CallbackDesk.Address.of(callId, token);
    return answered(desk.take(address, purpose, kind, key, form, _ -> ""));
  }

  private static ResponseEntity<String> answered(CallbackDesk.Taken taken) {
    return switch (taken) {
      case CallbackDesk.Taken.Stored _ -> empty(HttpStatus.NO_CONTENT);
      case CallbackDesk.Taken.Refused(var status) -> empty(status);
    };
  }

  private static ResponseEntity<String> twiml(CallbackDesk.Taken taken) {
    return switch (taken) {
      case CallbackDesk.Taken.Stored(var document) ->
          ResponseEntity.ok().contentType(MediaType.TEXT_XML).body(document);
      case CallbackDesk.Taken.Refused(var status) -> empty(status);
    };
  }

  private static ResponseEntity<String> empty(HttpStatus status) {
    return ResponseEntity.status(status).build();
  }
}
