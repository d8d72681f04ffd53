package dev.carillon.call;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All a bridge needs to hold a conversation.
///
/// @param instructions the agent's whole prompt
/// @param greeting the first sentence: discloses the AI and names the business
/// @param voicemailMessage what is said after a machine's beep
/// @param maxDuration longest talk; the carrier's own limit lies a little above
/// @param heardSoFar empty, or what was said before another bridge died
/// @param machineAnswered a machine has already been recognised on this line
public record CallBrief(
    UUID tenantId,
    UUID callId,
    Direction direction,
    CallPurpose purpose,
    String businessName,
    String instructions,
    String greeting,
    String voicemailMessage,
    String language,
    String voice,
    List<String> engines,
    List<ToolSpec> tools,
    Duration maxDuration,
    List<TranscriptLine> heardSoFar,
    boolean machineAnswered,
    @Nullable UUID contactId,
    @Nullable UUID campaignId) {

  public CallBrief {
    engines = List.copyOf(engines);
    tools = List.copyOf(tools);
    heardSoFar = List.copyOf(heardSoFar);
  }

  /// The same conversation, gone on with after `said`.
  public CallBrief goneOnWithAfter(List<TranscriptLine> said) {
    return new CallBrief(
        tenantId,
        callId,
        direction,
        purpose,
        businessName,
        instructions,
        greeting,
        voicemailMessage,
        language,
        voice,
        engines,
        tools,
        maxDuration,
        said,
        machineAnswered,
        contactId,
        campaignId);
  }
}
