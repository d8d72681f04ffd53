package dev.carillon.activities.postgres.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.activities.postgres.Books;
import dev.carillon.activities.postgres.TestDatabase;
import dev.carillon.call.CallStart;
import dev.carillon.call.CallState;
import dev.carillon.call.Direction;
import dev.carillon.call.Outcome;
import dev.carillon.call.ToolDesk;
import dev.carillon.call.ToolResult;
import dev.carillon.call.ToolUse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.type.TypeReference;

class ToolDeskTest {
  @AutoClose private static final TestDatabase database = TestDatabase.fresh();
  private static final Books books = new Books(database);

  private final ToolDesk desk = ToolDesks.on(database, books);
  private final UUID contact = books.contact();
  private final UUID call = books.call(null, contact, CallState.IN_PROGRESS);

  @ParameterizedTest
  @CsvSource({
    "2026-06-03T10:00, America/Los_Angeles, 2026-06-03 17:00:00+00",
    "2026-06-03T10:00, , 2026-06-03 14:00:00+00",
    "2026-06-03T10:00:00-07:00, America/Los_Angeles, 2026-06-03 17:00:00+00",
    "2026-06-03T17:00:00Z, America/Los_Angeles, 2026-06-03 17:00:00+00",
    "2026-06-03 10:00, America/Los_Angeles, 2026-06-03 17:00:00+00"
  })
  void aTimeWithoutAnOffsetIsMeantOnThePersonsClock(
      String when, @Nullable String zone, String promised) {
    livesIn(zone);

    var result = use("call_back_at", "{\"when\": \"%s\"}".formatted(when));

    assertThat(result.outcome()).isEqualTo(Outcome.CALLBACK_REQUESTED);
    assertThat(
            books.value(
                "select to_char(not_before at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS+00') from"
                    + " dial_queue where contact_id = ?",
                contact))
        .isEqualTo(promised);
  }

  @Test
  void aPromiseIsRepeatedAsThePersonWouldSayIt() {
    livesIn("America/Los_Angeles");

    var result = use("call_back_at", "{\"when\": \"2026-06-03T17:00:00Z\"}");

    assertThat(answer(result))
        .containsEntry("callBackAt", "2026-06-03T10:00-07:00")
        .containsEntry("inWords", "Wednesday, June 3 at 10:00 AM");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-06-03 | when: at what hour? Ask, and give both",
        "tomorrow at ten | when: give the date and the time in America/New_York with the offset"
            + " that holds there, such as 2026-03-04T15:00:00-05:00",
        "2026-06-02T12:59:00-04:00 | when: Tuesday, June 2 at 12:59 PM is past where the person is",
        "2026-09-01T10:00 | when: must lie in the next 60 days"
      })
  void aTimeThatIsNoneIsRefusedWithWhatToDo(String when, String why) {
    var result = use("call_back_at", "{\"when\": \"%s\"}".formatted(when));

    assertThat(answer(result)).containsEntry("error", why);
    assertThat(result.outcome()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-01T01:30 | preferred_time: the clocks of America/New_York show that hour twice on"
            + " that day; add the offset, -04:00 or -05:00",
        "2027-03-14T02:30 | preferred_time: the clocks of America/New_York skip that hour on that"
            + " day; ask for another one",
        "2026-06-01T10:00 | preferred_time: Monday, June 1 at 10:00 AM is past where the person is"
      })
  void anAmbiguousWishIsRefusedToo(String wish, String why) {
    var result = use("reschedule_appointment", "{\"preferred_time\": \"%s\"}".formatted(wish));

    assertThat(answer(result)).containsEntry("error", why);
    assertThat(result.outcome()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-06-09T15:00:00-04:00 | Tuesday, June 9 at 3:00 PM",
        "2026-06-09T19:00:00Z | Tuesday, June 9 at 3:00 PM",
        "2026-06-09 | 2026-06-09",
        "some morning next week | some morning next week"
      })
  void aWishForAnotherTimeIsKeptAsThePersonWouldSayIt(String wish, String kept) {
    var result = use("reschedule_appointment", "{\"preferred_time\": \"%s\"}".formatted(wish));

    assertThat(result.outcome()).isEqualTo(Outcome.RESCHEDULE_REQUESTED);
    assertThat(answer(result)).containsEntry("wish", kept);
  }

  @Test
  void anOptOutHoldsAtOnceAndAPersonsOwnWordStandsBesideTheBusinesss() {
    books.suppress(contact, false);
    books.write(
        """
        insert into consent (id, tenant_id, contact_id, kind, channel, source, given_at)
        values (:id, :tenant, :c, 'EXPRESS', 'ALL', 'form', :now)
        """,
        Map.of("id", database.ids().next(), "c", contact));

    var result = use("opt_out", "{\"reason\": \"too many calls\"}");

    assertThat(result.outcome()).isEqualTo(Outcome.OPTED_OUT);
    assertThat(
            books.read(
                "select source || ' ' || by_the_person from suppression s join contact c using"
                    + " (phone_number) where c.id = ?",
                contact))
        .containsExactly("test true");
    assertThat(
            books.value("select revoked_at is not null from consent where contact_id = ?", contact))
        .isEqualTo("t");
    assertThat(books.read("select type from event where call_id = ? order by id", call))
        .contains("opted_out");
  }

  @Test
  void aWrongNumberIsNotThePersonsOwnWish() {
    var result = use("report_wrong_number", "{}");

    assertThat(result.outcome()).isEqualTo(Outcome.WRONG_NUMBER);
    assertThat(
            books.value(
                "select reason || ' ' || by_the_person from suppression s join contact c using"
                    + " (phone_number) where c.id = ?",
                contact))
        .isEqualTo("WRONG_NUMBER false");
  }

  private ToolResult use(String tool, String arguments) {
    return desk.run(
        ToolDesk.ToolOrder.inCall(
            new CallStart(TestDatabase.TENANT, call, Direction.OUTBOUND, null, 1),
            new ToolUse("tool-1", tool, arguments)));
  }

  private void livesIn(@Nullable String zone) {
    if (zone != null) {
      books.write(
          "update contact set time_zone = :zone where id = :id",
          Map.of("zone", zone, "id", contact));
    }
  }

  private Map<String, Object> answer(ToolResult result) {
    return database.jsonb().read(result.json(), new TypeReference<>() {});
  }
}
