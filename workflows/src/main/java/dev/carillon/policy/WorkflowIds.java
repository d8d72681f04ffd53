package dev.carillon.policy;

import java.util.UUID;

/// Workflow ids, made from business ids. No phone number, no name.
public final class WorkflowIds {
  private WorkflowIds() {}

  public static String call(UUID callId) {
    return "call/" + callId;
  }

  public static String campaign(UUID campaignId) {
    return "campaign/" + campaignId;
  }

  public static String journey(UUID campaignId, UUID contactId) {
    return "journey/" + campaignId + "/" + contactId;
  }

  public static String account(UUID accountId) {
    return "account/" + accountId;
  }

  public static String texts(UUID tenantId, UUID contactId) {
    return "sms/" + tenantId + "/" + contactId;
  }

  public static String booking(UUID appointmentId) {
    return "booking/" + appointmentId;
  }

  public static String lead(UUID leadId) {
    return "lead/" + leadId;
  }

  public static String reminder(UUID scheduleId) {
    return "reminder/" + scheduleId;
  }

  public static String contactImport(UUID importId) {
    return "import/" + importId;
  }
}
