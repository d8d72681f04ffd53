package dev.carillon.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

class DecisionJsonTest {
  private static final Decision DENIED = denied();
  private static final String DENIED_JSON =
      """
      {"type":"denied",\
      "receipt":{"decidedAt":"2026-11-21T03:00:00Z","allowed":false,\
      "reasons":[{"ruleId":"HOURS","citation":"the law","verdict":"DENIED",\
      "code":"OUTSIDE_WINDOW","detail":"Outside: 22:00 in America/New_York."}],\
      "zones":[{"zone":"America/New_York","source":"AREA_CODE"}],\
      "localTimes":[{"zone":"America/New_York","time":"2026-11-20T22:00:00-05:00"}],\
      "capsUsed":[{"cap":"campaign attempts","used":0,"max":3}],\
      "ruleSetVersion":"v1","notBefore":"2026-11-21T14:01:00Z"},\
      "reasons":[{"ruleId":"HOURS","citation":"the law","verdict":"DENIED",\
      "code":"OUTSIDE_WINDOW","detail":"Outside: 22:00 in America/New_York."}],\
      "notBefore":"2026-11-21T14:01:00Z"}\
      """;
  private static final Window WINDOW =
      Window.on(EnumSet.of(Weekday.MON, Weekday.FRI), LocalTime.of(9, 0), LocalTime.of(17, 30));
  private static final String WINDOW_JSON =
      "{\"days\":[\"MON\",\"FRI\"],\"from\":\"09:00\",\"to\":\"17:30\"}";

  private final ObjectMapper jackson2 =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
  private final JsonMapper jackson3 =
      JsonMapper.builder().disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS).build();

  @Test
  void aDecisionIsTheSameInEitherJackson() throws JsonProcessingException {
    assertThat(jackson2.readTree(jackson2.writeValueAsString(DENIED)))
        .isEqualTo(jackson2.readTree(DENIED_JSON));
    assertThat(jackson3.readTree(jackson3.writeValueAsString(DENIED)))
        .isEqualTo(jackson3.readTree(DENIED_JSON));
    assertThat(jackson2.readValue(DENIED_JSON, Decision.class)).isEqualTo(DENIED);
    assertThat(jackson3.readValue(DENIED_JSON, Decision.class)).isEqualTo(DENIED);
  }

  @Test
  void aWindowIsWrittenAsInTheApi() throws JsonProcessingException {
    assertThat(jackson2.writeValueAsString(WINDOW)).isEqualTo(WINDOW_JSON);
    assertThat(jackson3.readTree(jackson3.writeValueAsString(WINDOW)))
        .isEqualTo(jackson3.readTree(WINDOW_JSON));
    assertThat(jackson2.readValue(WINDOW_JSON, Window.class)).isEqualTo(WINDOW);
    assertThat(jackson3.readValue(WINDOW_JSON, Window.class)).isEqualTo(WINDOW);
  }

  private static Decision denied() {
    Instant morning = Instant.parse("2026-11-21T14:01:00Z");
    var reason =
        new Receipt.Reason(
            "HOURS",
            "the law",
            Receipt.Verdict.DENIED,
            DenialCode.OUTSIDE_WINDOW,
            "Outside: 22:00 in America/New_York.");
    var receipt =
        new Receipt(
            Instant.parse("2026-11-21T03:00:00Z"),
            false,
            List.of(reason),
            List.of(new Receipt.Zone("America/New_York", ZoneSource.AREA_CODE)),
            List.of(new Receipt.LocalMoment("America/New_York", "2026-11-20T22:00:00-05:00")),
            List.of(new Receipt.CapUse("campaign attempts", 0, 3)),
            "v1",
            morning);
    return new Decision.Denied(receipt, List.of(reason), morning);
  }
}
