package dev.carillon.activities.twilio;

import dev.carillon.signature.LinkPurpose;
import dev.carillon.signature.LinkTokens;
import java.util.UUID;

/// The addresses the carrier asks and tells about one call. Paths only, no query: the carrier's
/// signature then has one reading.
final class CallbackAddresses {
  /// Transport overrides in the fragment, which is not signed: four more tries on any failure, 1 s
  /// to connect.
  private static final String PERSISTENT = "#rc=4&rp=all&ct=1000";

  private final String base;
  private final LinkTokens tokens;

  CallbackAddresses(String publicUrl, LinkTokens tokens) {
    this.base = publicUrl + "/webhooks/twilio/";
    this.tokens = tokens;
  }

  String voice(UUID callId) {
    return address("voice", callId, LinkPurpose.VOICE);
  }

  String status(UUID callId) {
    return address("status", callId, LinkPurpose.STATUS);
  }

  String machineDetection(UUID callId) {
    return address("amd", callId, LinkPurpose.AMD);
  }

  String recording(UUID callId) {
    return address("recording", callId, LinkPurpose.RECORDING);
  }

  String textStatus(UUID messageId) {
    return base
        + "sms/status/"
        + messageId
        + "/"
        + tokens.token(messageId, LinkPurpose.SMS_STATUS)
        + PERSISTENT;
  }

  private String address(String kind, UUID callId, LinkPurpose purpose) {
    return base + kind + "/" + callId + "/" + tokens.token(callId, purpose) + PERSISTENT;
  }
}
