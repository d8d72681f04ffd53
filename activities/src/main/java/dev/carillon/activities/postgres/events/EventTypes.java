package dev.carillon.activities.postgres.events;

/// Names of events as viewers see them.
public final class EventTypes {
  public static final String CALL_SCHEDULED = "call_scheduled";
  public static final String CALL_INITIATED = "call_initiated";
  public static final String CALL_RINGING = "call_ringing";
  public static final String CALL_ANSWERED = "call_answered";
  public static final String CALL_ENDED = "call_ended";
  public static final String CONVERSATION_STARTED = "conversation_started";
  public static final String CONVERSATION_ENDED = "conversation_ended";
  public static final String VOICE_RECEIVED = "voice_received";
  public static final String VOICE_SENT = "voice_sent";
  public static final String TOOL_USED = "tool_used";
  public static final String POST_CALL_SUMMARY = "post_call_summary";
  public static final String RECORDING_READY = "recording_ready";
  public static final String SMS_RECEIVED = "sms_received";
  public static final String SMS_SENT = "sms_sent";
  public static final String SMS_STATUS = "sms_status";
  public static final String APPOINTMENT_BOOKED = "appointment_booked";
  public static final String APPOINTMENT_MOVED = "appointment_moved";
  public static final String APPOINTMENT_CANCELLED = "appointment_cancelled";
  public static final String APPOINTMENT_TAKEN_BACK = "appointment_taken_back";
  public static final String LEAD_CAPTURED = "lead_captured";
  public static final String OPTED_OUT = "opted_out";
  public static final String OPTED_IN = "opted_in";
  public static final String JOURNEY_DEFERRED = "journey_deferred";
  public static final String JOURNEY_DONE = "journey_done";
  public static final String CAMPAIGN_CREATED = "campaign_created";
  public static final String CAMPAIGN_CHANGED = "campaign_changed";
  public static final String CAMPAIGN_COMPLETED = "campaign_completed";

  private EventTypes() {}
}
