package dev.carillon.api.console.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ReceiptTextTest {
  private final Clock clock =
      new Clock(Instant.parse("2026-06-02T14:40:00Z"), ZoneId.of("America/New_York"));

  @Test
  void aDenialSaysWhyAndWhenAgain() {
    var receipt =
        read(
            """
            {"decidedAt": "2026-06-02T14:40:00Z", "allowed": false, "reasons": [
              {"ruleId": "US-INTERNAL-DNC", "citation": "47 CFR", "verdict": "PASSED", "detail": "On no list."},
              {"ruleId": "US-TCPA-HOURS", "citation": "47 CFR", "verdict": "DENIED", "code": "OUTSIDE_WINDOW",
               "detail": "Outside: 07:40 in America/Los_Angeles."}],
             "zones": [{"zone": "America/Los_Angeles", "source": "AREA_CODE"},
               {"zone": "America/Los_Angeles", "source": "STATED"}],
             "localTimes": [{"zone": "America/Los_Angeles", "time": "2026-06-02T07:40:00-07:00"}],
             "ruleSetVersion": "2026-11-24", "notBefore": "2026-06-02T16:01:00Z"}
            """);

    assertThat(receipt.headline()).isEqualTo("Not now. Outside: 07:40 in Los Angeles.");
    assertThat(receipt.notBefore()).isEqualTo("today 9:01 am, Los Angeles");
    assertThat(receipt.reasons().getFirst().rule()).isEqualTo("Lawful hours");
    assertThat(receipt.places())
        .containsExactly(new ReceiptText.Place("Los Angeles", "7:40 am", "area code, stated"));
  }

  @Test
  void aReceiptOfAnotherVersionIsShownAsFarAsItIsUnderstood() {
    var receipt =
        read(
            """
            {"allowed": true, "decidedAt": "soon", "zones": [{"zone": "Mars/Olympus"}],
             "reasons": [{"ruleId": "NEW-RULE", "verdict": "PASSED"}]}
            """);

    assertThat(receipt.headline()).isEqualTo("This call was allowed.");
    assertThat(receipt.decidedAt()).isEmpty();
    assertThat(receipt.reasons().getFirst().rule()).isEqualTo("New rule");
    assertThat(receipt.places().getFirst().city()).isEqualTo("Mars/Olympus");
  }

  private ReceiptText read(String json) {
    return ReceiptText.of(JsonMapper.builder().build().readTree(json), clock);
  }
}
