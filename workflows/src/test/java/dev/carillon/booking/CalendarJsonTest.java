package dev.carillon.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.carillon.booking.AppointmentCalendar.AppointmentOrder;
import dev.carillon.booking.AppointmentCalendar.BusyQuery;
import dev.carillon.booking.AppointmentCalendar.BusyTimes;
import dev.carillon.booking.AppointmentCalendar.Cancellation;
import dev.carillon.booking.AppointmentCalendar.Stretch;
import dev.carillon.policy.ProviderFailure;
import dev.carillon.policy.ProviderState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

class CalendarJsonTest {
  private static final UUID TENANT = UUID.fromString("00000000-0000-7000-8000-000000000001");
  private static final UUID ID = UUID.fromString("019ab000-0000-7000-8000-000000000002");
  private static final Instant TEN = Instant.parse("2026-11-27T18:00:00Z");
  private static final Instant ELEVEN = Instant.parse("2026-11-27T19:00:00Z");
  private static final AppointmentOrder ORDER =
      new AppointmentOrder(
          TENANT,
          ID,
          TEN,
          Duration.ofMinutes(45),
          "Oil Change - Ada Byron",
          "2011 Honda Civic\n+12065550123",
          "12 Elm Street",
          "ada@example.com");

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
        new Golden(
            ORDER,
            AppointmentOrder.class,
            """
            {"tenantId":"00000000-0000-7000-8000-000000000001",\
            "appointmentId":"019ab000-0000-7000-8000-000000000002",\
            "startsAt":"2026-11-27T18:00:00Z","length":"PT45M",\
            "title":"Oil Change - Ada Byron","text":"2011 Honda Civic\\n+12065550123",\
            "place":"12 Elm Street","attendeeEmail":"ada@example.com"}\
            """),
        new Golden(
            new Cancellation(TENANT, ID),
            Cancellation.class,
            """
            {"tenantId":"00000000-0000-7000-8000-000000000001",\
            "appointmentId":"019ab000-0000-7000-8000-000000000002"}\
            """),
        new Golden(
            new BusyQuery(TENANT, TEN, ELEVEN),
            BusyQuery.class,
            """
            {"tenantId":"00000000-0000-7000-8000-000000000001",\
            "from":"2026-11-27T18:00:00Z","to":"2026-11-27T19:00:00Z"}\
            """),
        new Golden(
            new BusyTimes(true, List.of(new Stretch(TEN, ELEVEN))),
            BusyTimes.class,
            """
            {"on":true,"stretches":[{"from":"2026-11-27T18:00:00Z",\
            "to":"2026-11-27T19:00:00Z"}]}\
            """),
        new Golden(BusyTimes.OFF, BusyTimes.class, "{\"on\":false,\"stretches\":[]}"),
        new Golden(
            new CalendarEntry.Written("06ci000000o003000000000008", null, true, false),
            CalendarEntry.class,
            """
            {"type":"written","eventId":"06ci000000o003000000000008","link":null,\
            "fresh":true,"invited":false}\
            """),
        new Golden(new CalendarEntry.Removed(), CalendarEntry.class, "{\"type\":\"removed\"}"),
        new Golden(new CalendarEntry.Off(), CalendarEntry.class, "{\"type\":\"off\"}"),
        new Golden(new ProviderState.Ready(), ProviderState.class, "{\"type\":\"ready\"}"),
        new Golden(new ProviderState.ReadOnly(), ProviderState.class, "{\"type\":\"readOnly\"}"),
        new Golden(new ProviderState.Off(), ProviderState.class, "{\"type\":\"off\"}"),
        new Golden(
            new ProviderState.Failing(ProviderFailure.Kind.REJECTED, "404"),
            ProviderState.class,
            "{\"type\":\"failing\",\"kind\":\"REJECTED\",\"code\":\"404\"}"));
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
  void anAppointmentSaysNothingOfAPersonInALog() {
    assertThat(ORDER.toString()).contains(ID.toString()).doesNotContain("Ada", "206", "Elm");
  }

  @Test
  void anAppointmentThatTakesNoTimeIsNone() {
    assertThatThrownBy(
            () -> new AppointmentOrder(TENANT, ID, TEN, Duration.ZERO, "Visit", null, null, null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aYearIsTooMuchToAskFor() {
    assertThatThrownBy(() -> new BusyQuery(TENANT, TEN, TEN.plus(Duration.ofDays(365))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
