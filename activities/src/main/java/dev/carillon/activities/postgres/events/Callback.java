package dev.carillon.activities.postgres.events;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A provider's verified webhook as it goes into the inbox.
///
/// @param dedupeKey the same for every repetition of the same news
/// @param callId the call its address names, null when it belongs to none
/// @param parameters as they came; names are unique
public record Callback(
    UUID tenantId,
    String provider,
    Kind kind,
    String dedupeKey,
    @Nullable UUID callId,
    Map<String, String> parameters,
    Instant receivedAt) {
  /// Parameters that we add to a text: our ids of it and of who sent it.
  public static final String MESSAGE = "carillon.messageId";

  public static final String CONTACT = "carillon.contactId";

  public Callback {
    var storable = new HashMap<String, String>();
    parameters.forEach((name, value) -> storable.put(Texts.storable(name), Texts.storable(value)));
    parameters = Map.copyOf(storable);
  }

  /// What a callback is about, with the name it has in the table.
  public enum Kind {
    /// The carrier asked how to handle an answered call.
    VOICE("voice"),
    /// Somebody phones the business.
    INCOMING("incoming"),
    STATUS("status"),
    /// Answering machine detection.
    AMD("amd"),
    RECORDING("recording"),
    SMS("sms"),
    SMS_STATUS("sms_status"),
    /// Signed, but about a call that is not in the books: kept for the record, nobody acts on it.
    UNKNOWN_CALL("unknown_call");

    private final String column;

    Kind(String column) {
      this.column = column;
    }

    public String column() {
      return column;
    }
  }
}
