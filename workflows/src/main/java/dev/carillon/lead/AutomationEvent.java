package dev.carillon.lead;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that the automation webhook is told.
///
/// @param id becomes `webhook-id`: one per event, ever; for a lead, the lead's
/// @param type what happened, such as `lead_captured`
/// @param data JSON values only, in the order in which they are to be written
public record AutomationEvent(UUID id, String type, Instant at, Map<String, Object> data) {
  public static final String LEAD_CAPTURED = "lead_captured";
  public static final String APPOINTMENT_BOOKED = "appointment_booked";
  public static final String APPOINTMENT_RESCHEDULED = "appointment_rescheduled";
  public static final String APPOINTMENT_CANCELLED = "appointment_cancelled";
  public static final String ESCALATED = "escalated";
  public static final String OPTED_OUT = "opted_out";
  public static final String CALL_ENDED = "call_ended";
  public static final String CAMPAIGN_FINISHED = "campaign_finished";

  public AutomationEvent {
    data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
  }

  /// The event of a captured lead.
  public static AutomationEvent leadCaptured(Lead lead) {
    var data = new LinkedHashMap<String, Object>();
    data.put("leadId", lead.id().toString());
    data.put("channel", lead.channel().name());
    data.put("phoneNumber", lead.number().e164());
    put(data, "name", lead.name());
    put(data, "email", lead.email());
    put(data, "need", lead.need());
    put(data, "jobType", lead.jobType());
    put(data, "address", lead.address());
    put(data, "urgency", lead.urgency());
    put(data, "timeframe", lead.timeframe());
    put(data, "budget", lead.budget());
    put(data, "notes", lead.notes());
    data.put("photos", lead.photos());
    put(data, "contactId", lead.contactId());
    put(data, "callId", lead.callId());
    return new AutomationEvent(lead.id(), LEAD_CAPTURED, lead.capturedAt(), data);
  }

  private static void put(Map<String, Object> data, String name, @Nullable Object value) {
    if (value != null) {
      data.put(name, value.toString());
    }
  }

  /// Id and type only: the rest is personal.
  @Override
  public String toString() {
    return "AutomationEvent[" + id + " " + type + "]";
  }
}
