package dev.carillon.bridge.elevenlabs;

import dev.carillon.bridge.net.Endpoint;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Which agent holds the conversations. It must be set to mu-law at 8 kHz both ways, and allow its
/// prompt, first message and language to be overridden.
///
/// @param speech for words that must be said exactly; its address and key are the agent's too
public record AgentSettings(ElevenLabsSettings speech, String agentId) {

  /// A private agent is reached by an address that is signed for one conversation.
  URI signedAddress() {
    var agent = URLEncoder.encode(agentId, StandardCharsets.UTF_8);
    return Endpoint.under(
        speech.address(), "/v1/convai/conversation/get-signed-url?agent_id=" + agent);
  }
}
