package dev.carillon.api.webhooks;

import dev.carillon.signature.LinkPurpose;
import dev.carillon.signature.LinkTokens;
import dev.carillon.signature.StreamTokens;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// What the carrier is told to do with a call that was answered.
final class VoiceAnswers {
  // A stream that breaks that often will not hold the ninth time either.
  private static final int MOST_RESUMES = 8;

  private final WebhookProperties properties;
  private final StreamTokens tokens;
  private final RandomGenerator random;
  private final CallRows calls;
  private final LinkTokens links;

  VoiceAnswers(
      WebhookProperties properties,
      StreamTokens tokens,
      LinkTokens links,
      RandomGenerator random,
      CallRows calls) {
    this.properties = properties;
    this.tokens = tokens;
    this.links = links;
    this.random = random;
    this.calls = calls;
  }

  /// The first question, as soon as the call is taken.
  ///
  /// @param pathToken the token of the address that was asked, which is that of its `resume` too
  String first(CallRow call, String callSid, String pathToken) {
    if (call.providerCallId() == null) {
      calls.adopt(call.id(), callSid);
    }
    return call.over() || call.suppressed()
        ? Twiml.HANG_UP
        : Twiml.connect(stream(call.id()), resume(call.id(), pathToken));
  }

  /// Somebody calls: whoever they are, they are talked to.
  String incoming(UUID callId) {
    var pathToken = links.token(callId, LinkPurpose.VOICE);
    return Twiml.connect(stream(callId), resume(callId, pathToken));
  }

  /// The question after a stream has ended.
  String again(CallRow call, String pathToken) {
    if (call.over() || call.hangUp() || call.suppressed() || call.resumes() >= MOST_RESUMES) {
      return Twiml.HANG_UP;
    }
    calls.countResume(call.id());
    return Twiml.connectAgain(stream(call.id()), resume(call.id(), pathToken));
  }

  private String stream(UUID callId) {
    return properties.mediaPublicUrl() + "/media/" + tokens.mint(callId, random.nextLong());
  }

  private String resume(UUID callId, String pathToken) {
    return "%s/webhooks/twilio/voice/%s/%s/resume"
        .formatted(properties.publicUrl(), callId, pathToken);
  }
}
