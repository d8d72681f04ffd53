package dev.carillon.conversation;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Tells the owner of a business by text. What comes in the quiet hours is kept and told as one
/// digest at their end; what is urgent is told at once. Everything is told once, also when the
/// carrier is away for a while.
@ActivityInterface
public interface OwnerDesk {

  /// Keeps the word and, unless it is to wait, sends it. May be repeated: one text per `key`, ever.
  /// Never fails for a carrier that is away: the word is kept and sent later.
  @ActivityMethod(name = "OwnerDesk_tell")
  Telling tell(OwnerWord word);

  /// One thing the owner should know.
  ///
  /// @param key names the event, such as `lead/{id}`
  /// @param urgent whether it is told in quiet hours too: emergencies and escalations
  record OwnerWord(
      UUID tenantId,
      String key,
      String text,
      boolean urgent,
      @Nullable UUID campaignId,
      @Nullable UUID callId) {

    /// The key only: the text is personal.
    @Override
    public String toString() {
      return "OwnerWord[" + key + "]";
    }
  }

  /// What became of it.
  enum Telling {
    /// A text has been sent, or may have been: it is not sent again.
    SENT,
    /// Kept for the end of the quiet hours, or until the carrier is back.
    KEPT,
    /// Told or kept before.
    REPEATED,
    /// The business has no owner's number.
    NOBODY
  }
}
