package dev.carillon.conversation;

import dev.carillon.phone.PhoneNumber;
import java.util.UUID;

/// The carrier, as far as one text goes. [Messaging] sees to it that it is asked once.
public interface TextCarrier {

  /// Hands over one text, with exactly one request.
  ///
  /// @param messageId our id, which comes back in the status callbacks' address
  Answer send(UUID messageId, PhoneNumber from, PhoneNumber to, String body);

  /// What the answer excludes.
  sealed interface Answer {

    record Taken(String providerMessageId) implements Answer {}

    /// Certainly nothing was sent; may be tried again.
    record NotSent() implements Answer {}

    /// Refused for good; 21610 says that the person has opted out.
    record Rejected(String code) implements Answer {}

    record Unclear() implements Answer {}
  }
}
