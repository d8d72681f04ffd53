package dev.carillon.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DemoResultTest {
  private static final DemoResult RESULT =
      DemoResult.of(
          "c1",
          61,
          List.of(
              new DemoResult.Contact("Ada Romero", "+12127364827", "GOAL_ACHIEVED", 1, 31),
              new DemoResult.Contact("Elena Petrova", "+13052847736", "OPTED_OUT", 1, 12)));

  @TempDir Path folder;

  @Test
  void isWrittenWithOneOutcomeForEachContact() throws IOException {
    var file = folder.resolve("result.json");

    RESULT.write(file);

    assertThat(Files.readString(file))
        .isEqualToIgnoringWhitespace(
            """
            {"campaignId": "c1", "seconds": 61,
             "outcomes": {"GOAL_ACHIEVED": 1, "OPTED_OUT": 1},
             "contacts": [
              {"name": "Ada Romero", "phoneNumber": "+12127364827", "outcome": "GOAL_ACHIEVED",
               "attempts": 1, "talkSeconds": 31},
              {"name": "Elena Petrova", "phoneNumber": "+13052847736", "outcome": "OPTED_OUT",
               "attempts": 1, "talkSeconds": 12}]}
            """);
  }

  @Test
  void isShownAsATableOfPeopleAndOneOfOutcomes() {
    assertThat(RESULT.lines())
        .contains("Ada Romero     +12127364827  GOAL_ACHIEVED         1        31")
        .contains("OPTED_OUT           1")
        .endsWith("2 people, one outcome each, after 61 s");
  }

  @Test
  void thePeopleOfTheDemoHaveAppointmentsTomorrow() {
    assertThat(DemoPeople.csv(LocalDate.of(2026, 11, 24)).lines())
        .hasSize(11)
        .startsWith(
            "name,phone,appointment_at,service",
            "Ada Romero,+12127364827,2026-11-25T09:00:00-05:00,check-up");
  }

  @Test
  void aListOfSomebodyElseGetsTheSamePartsInTurn() {
    assertThat(DemoPeople.scripts("+12125550199", 1)).containsExactly("no_answer", "confirm");
    assertThat(DemoPeople.scripts("+12125550199", 11)).containsExactly("no_answer", "confirm");
    assertThat(DemoPeople.scripts("+13052847736", 0)).containsExactly("opt_out");
  }
}
