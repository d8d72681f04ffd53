package dev.carillon.conversation;

import dev.carillon.phone.PhoneNumber;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Sends texts: each at most once, and only to somebody who may be texted.
public interface Messaging {

  /// Sends a text unless one with the same `dedupeKey` was sent or tried before. What may have been
  /// sent is never repeated.
  Delivery send(OutgoingText text);

  /// One text.
  ///
  /// @param dedupeKey names the reason of this text, such as `journey/{campaign}/{contact}/{step}`
  record OutgoingText(
      UUID tenantId,
      String dedupeKey,
      PhoneNumber to,
      String body,
      Kind kind,
      @Nullable UUID contactId,
      @Nullable UUID campaignId,
      @Nullable UUID callId) {}

  /// To whom a text goes. Its confirmation, and help that is asked for, are all that somebody gets
  /// after an opt-out.
  enum Kind {
    PERSON,
    OWNER,
    OPT_OUT_CONFIRMATION,
    HELP
  }

  /// What came of it.
  enum Delivery {
    /// The carrier has it.
    SENT,
    /// Sent or tried before; nothing was sent now.
    REPEATED,
    /// It may have been sent.
    UNKNOWN,
    /// The person or the test guard does not allow it, or the carrier is off.
    DENIED,
    /// The carrier refuses it for good.
    REJECTED
  }
}
