package dev.carillon.call;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Calls and what is said of them, with only what a test is about.
public final class CallFixtures {
  public static final UUID TENANT = new UUID(0, 1);
  public static final String SID = "CA00000000000000000000000000000001";
  public static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");

  private CallFixtures() {}

  public static CallStart aCall() {
    return new CallStart(TENANT, new UUID(7, 7), Direction.OUTBOUND, new UUID(8, 8), 1);
  }

  public static CallBrief aBrief(CallStart call) {
    return new CallBrief(
        call.tenantId(),
        call.callId(),
        call.direction(),
        CallPurpose.REMINDER,
        "Garage",
        "Remind.",
        "Hello, this is the AI assistant of Garage.",
        "Please call us back.",
        "en",
        "marin",
        List.of("openai-realtime"),
        List.of(),
        Duration.ofMinutes(5),
        List.of(),
        false,
        null,
        call.campaignId());
  }

  static CarrierReport answered() {
    return new CarrierReport.Progress(SID, CallState.IN_PROGRESS, NOON);
  }

  static CarrierReport over(Disposition disposition, boolean answered) {
    return new CarrierReport.Over(SID, disposition, answered, NOON);
  }

  static StreamEnd hungUpByThePerson(boolean spoke) {
    return new StreamEnd(StreamEnd.Reason.PERSON_HUNG_UP, 0, spoke, false, false, false);
  }

  static StreamEnd messageLeft() {
    return new StreamEnd(StreamEnd.Reason.MESSAGE_LEFT, 0, false, true, true, true);
  }
}
