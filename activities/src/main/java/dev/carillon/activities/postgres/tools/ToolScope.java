package dev.carillon.activities.postgres.tools;

import dev.carillon.call.CallPurpose;
import dev.carillon.phone.PhoneNumber;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Within what a tool works: all of it from the call's or the text's row, nothing from what a model
/// says.
///
/// @param callId null in a conversation by text
/// @param messageId the text that is being answered; null in a call
record ToolScope(
    UUID tenantId,
    @Nullable UUID callId,
    @Nullable UUID messageId,
    UUID accountId,
    UUID contactId,
    @Nullable String contactName,
    PhoneNumber number,
    CallPurpose purpose,
    @Nullable UUID agentId,
    ZoneId zone,
    ZoneId businessZone,
    Instant now) {

  /// Names the conversation, such as `call/{callId}`.
  String origin() {
    return callId == null ? "message/" + messageId : "call/" + callId;
  }

  /// How the person talks to us: `CALL` or `SMS`.
  String channel() {
    return callId == null ? "SMS" : "CALL";
  }
}
