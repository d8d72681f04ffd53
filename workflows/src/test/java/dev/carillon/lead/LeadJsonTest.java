package dev.carillon.lead;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.carillon.lead.CustomerRelations.ContactPage;
import dev.carillon.lead.CustomerRelations.CrmContact;
import dev.carillon.lead.CustomerRelations.Entry;
import dev.carillon.lead.CustomerRelations.EventOrder;
import dev.carillon.lead.CustomerRelations.OpportunityOrder;
import dev.carillon.phone.PhoneNumber;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

class LeadJsonTest {
  private static final UUID TENANT = UUID.fromString("00000000-0000-7000-8000-000000000001");
  private static final UUID ID = UUID.fromString("019ab000-0000-7000-8000-000000000002");
  private static final UUID CALL = UUID.fromString("019ab000-0000-7000-8000-000000000003");
  private static final Lead LEAD =
      new Lead(
          ID,
          Instant.parse("2026-11-25T08:00:00Z"),
          LeadChannel.VOICE,
          PhoneNumber.of("+12065550123"),
          "Ada Byron",
          "ada@example.com",
          "the kitchen sink leaks",
          "plumbing",
          "12 Elm Street",
          "today",
          "mornings",
          "under 300",
          "has a dog",
          List.of("https://carillon.example/p/1"),
          null,
          CALL);
  private static final String LEAD_JSON =
      """
      {"id":"019ab000-0000-7000-8000-000000000002","capturedAt":"2026-11-25T08:00:00Z",\
      "channel":"VOICE","number":"+12065550123","name":"Ada Byron","email":"ada@example.com",\
      "need":"the kitchen sink leaks","jobType":"plumbing","address":"12 Elm Street",\
      "urgency":"today","timeframe":"mornings","budget":"under 300","notes":"has a dog",\
      "photos":["https://carillon.example/p/1"],"contactId":null,\
      "callId":"019ab000-0000-7000-8000-000000000003"}\
      """;
  private static final String EVENT_JSON =
      """
      {"id":"019ab000-0000-7000-8000-000000000002","type":"lead_captured",\
      "at":"2026-11-25T08:00:00Z","data":{"leadId":"019ab000-0000-7000-8000-000000000002",\
      "channel":"VOICE","phoneNumber":"+12065550123","name":"Ada Byron",\
      "email":"ada@example.com","need":"the kitchen sink leaks","jobType":"plumbing",\
      "address":"12 Elm Street","urgency":"today","timeframe":"mornings",\
      "budget":"under 300","notes":"has a dog","photos":["https://carillon.example/p/1"],\
      "callId":"019ab000-0000-7000-8000-000000000003"}}\
      """;

  private final ObjectMapper jackson2 =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS);
  private final JsonMapper jackson3 =
      JsonMapper.builder()
          .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .build();

  /// A value, its type on the wire, its JSON.
  record Golden(Object value, Class<?> type, String json) {}

  static Stream<Golden> golden() {
    return Stream.of(
        new Golden(LEAD, Lead.class, LEAD_JSON),
        new Golden(AutomationEvent.leadCaptured(LEAD), AutomationEvent.class, EVENT_JSON),
        new Golden(
            new Entry.Written("00Q5e0000000001AAA", true),
            Entry.class,
            "{\"type\":\"written\",\"recordId\":\"00Q5e0000000001AAA\",\"fresh\":true}"),
        new Golden(new Entry.Removed(), Entry.class, "{\"type\":\"removed\"}"),
        new Golden(new Entry.Off(), Entry.class, "{\"type\":\"off\"}"),
        new Golden(
            new Automation.Delivery.Delivered(),
            Automation.Delivery.class,
            "{\"type\":\"delivered\"}"),
        new Golden(
            new Automation.Delivery.Gone(), Automation.Delivery.class, "{\"type\":\"gone\"}"),
        new Golden(new Automation.Delivery.Off(), Automation.Delivery.class, "{\"type\":\"off\"}"),
        new Golden(
            new EventOrder(
                TENANT,
                ID,
                "Oil change",
                Instant.parse("2026-11-27T18:00:00Z"),
                Duration.ofMinutes(45),
                null,
                null,
                "0035e0000000001AAA",
                null),
            EventOrder.class,
            """
            {"tenantId":"00000000-0000-7000-8000-000000000001",\
            "appointmentId":"019ab000-0000-7000-8000-000000000002","subject":"Oil change",\
            "startsAt":"2026-11-27T18:00:00Z","length":"PT45M","place":null,"notes":null,\
            "whoRecordId":"0035e0000000001AAA","aboutRecordId":null}\
            """),
        new Golden(
            new OpportunityOrder(
                TENANT,
                ID,
                "Oil change",
                "Prospecting",
                LocalDate.of(2026, 11, 27),
                new BigDecimal("89.5"),
                null,
                null),
            OpportunityOrder.class,
            """
            {"tenantId":"00000000-0000-7000-8000-000000000001",\
            "id":"019ab000-0000-7000-8000-000000000002","name":"Oil change",\
            "stage":"Prospecting","closesOn":"2026-11-27","amount":89.5,\
            "contactRecordId":null,"notes":null}\
            """),
        new Golden(
            new ContactPage(
                List.of(
                    new CrmContact(
                        "0035e0000000001AAA",
                        "Ada Byron",
                        "(206) 555-0123",
                        null,
                        "98101",
                        "WA",
                        Map.of("Title", "Dr"))),
                "01g5e-2000"),
            ContactPage.class,
            """
            {"contacts":[{"recordId":"0035e0000000001AAA","name":"Ada Byron",\
            "number":"(206) 555-0123","email":null,"postalCode":"98101","region":"WA",\
            "attributes":{"Title":"Dr"}}],"next":"01g5e-2000"}\
            """));
  }

  @ParameterizedTest
  @MethodSource("golden")
  void whatCrossesTemporalIsTheSameInEitherJackson(Golden golden) throws JsonProcessingException {
    assertThat(jackson2.readTree(jackson2.writeValueAsString(golden.value())))
        .isEqualTo(jackson2.readTree(golden.json()));
    assertThat(jackson3.readTree(jackson3.writeValueAsString(golden.value())))
        .isEqualTo(jackson3.readTree(golden.json()));
    assertThat((Object) jackson2.readValue(golden.json(), golden.type())).isEqualTo(golden.value());
    assertThat((Object) jackson3.readValue(golden.json(), golden.type())).isEqualTo(golden.value());
  }

  @Test
  void aLeadSaysNothingOfAPersonInALog() {
    assertThat(LEAD + " " + AutomationEvent.leadCaptured(LEAD))
        .doesNotContain("Ada", "206", "Elm", "sink");
  }
}
