package dev.carillon.api.console.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.carillon.api.campaigns.CampaignFields;
import dev.carillon.api.web.problem.FieldProblem;
import dev.carillon.api.web.problem.ProblemException;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;

class CampaignFormTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final List<String> WEEK = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");

  @Test
  void theFormAsItIsShownMeansTheDefaultsOfTheRestRoute() {
    var fields = read(Map.of("name", " Next week "));

    assertThat(fields.name()).isEqualTo("Next week");
    assertThat(fields.purpose()).isEqualTo("confirm_appointment");
    assertThat(fields.maxAttempts()).isEqualTo(3);
    assertThat(fields.redial()).isNull();
    assertThat(fields.window()).isNull();
    assertThat(fields.pace()).isEqualTo(new CampaignFields.Pace(new BigDecimal("0.166666667"), 5));
    assertThat(fields.budget()).isNull();
  }

  @Test
  void waitsOfOnesOwnAreReadPerDisposition() {
    var fields = read(Map.of("redial", "own", "redialNoAnswer", "15 min, 1 day", "redialBusy", ""));

    assertThat(fields.redial())
        .containsEntry("NO_ANSWER", List.of("PT15M", "PT24H"))
        .containsEntry("BUSY", List.of())
        .containsEntry("VOICEMAIL", List.of())
        .containsEntry("FAILED", List.of("PT15M"));
  }

  @Test
  void neverMeansThatNoDispositionIsRedialled() {
    assertThat(read(Map.of("redial", "never")).redial()).isEmpty();
  }

  @Test
  void timesAreMeantOnTheClockOfTheBusiness() {
    assertThat(read(Map.of("startAt", "2026-12-01T09:00")).startAt())
        .isEqualTo(OffsetDateTime.parse("2026-12-01T09:00-05:00"));
  }

  @Test
  void daysLeftOutWithoutHoursAreRefusedAndNotForgotten() {
    for (var days : List.of(List.of("MON", "TUE", "WED", "THU", "FRI"), List.<String>of())) {
      assertThat(refusal(Map.of(), days).problem().errors())
          .extracting(FieldProblem::field)
          .containsExactly("window.days");
    }
  }

  @Test
  void waitsBelowAMinuteAreRefusedByName() {
    for (var wait : List.of("59 s", "0 min", "2 h, 0 d")) {
      var refused = refusal(Map.of("redial", "own", "redialFailed", wait), WEEK);

      assertThat(refused.problem().errors())
          .extracting(FieldProblem::field)
          .containsExactly("redial.FAILED");
      assertThat(refused.problem().errors().getFirst().message()).contains("a minute or more");
    }
    assertThat(read(Map.of("redial", "own", "redialFailed", "60 s")).redial())
        .containsEntry("FAILED", List.of("PT1M"));
  }

  @Test
  void hoursWithoutDaysAreRefusedByTheRouteAndNotTakenForEveryDay() {
    assertThat(read(Map.of("from", "10:00", "to", "18:00"), List.of()).window())
        .isEqualTo(new CampaignFields.Hours(List.of(), "10:00", "18:00"));
  }

  @Test
  void allThatCannotBeReadIsNamedAtOnce() {
    var refused =
        refusal(
            Map.of(
                "callsPerMinute", "many",
                "atOnce", "a few",
                "endAt", "soon",
                "redial", "own",
                "redialBusy", "later"),
            WEEK);

    assertThat(refused.problem().errors())
        .extracting(FieldProblem::field)
        .containsExactly("redial.BUSY", "endAt", "pace.callsPerSecond", "pace.concurrency");
  }

  private static ProblemException refusal(Map<String, String> typed, List<String> days) {
    return catchThrowableOfType(ProblemException.class, () -> read(typed, days));
  }

  private static CampaignFields read(Map<String, String> typed) {
    return read(typed, WEEK);
  }

  private static CampaignFields read(Map<String, String> typed, List<String> days) {
    var form = new LinkedMultiValueMap<String, String>();
    CampaignForm.USUAL.forEach(form::add);
    typed.forEach(form::set);
    days.forEach(day -> form.add("day", day));
    return CampaignForm.read(form, NEW_YORK, List.of(), null);
  }
}
