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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// On Tuesday, June 2, 2026, 1 PM in New York, where the business is.
class BookingToolsTest {
  @AutoClose private static final TestDatabase database = TestDatabase.fresh();
  private static final Books books = new Books(database);

  private final ToolDesk desk = ToolDesks.on(database, books);
  private final UUID contact = books.contact();
  private final UUID call = books.call(null, contact, CallState.IN_PROGRESS);

  @BeforeEach
  void open() {
    books.write("delete from appointment where id is not null", Map.of());
    hours(
        """
        [{"days": ["MON", "TUE", "WED", "THU", "FRI"], "from": "09:00", "to": "17:00"}]
        """);
  }

  @Test
  void freeTimesAreNamedSoonestFirstOnTheBusinesssClock() {
    var answer = use("get_available_slots", "{}");

    assertThat(answer.at("/slots/0/startsAt").asString()).isEqualTo("2026-06-02T14:00-04:00");
    assertThat(answer.get("slots")).hasSize(6);
  }

  @Test
  void aDayCanBeNamed() {
    var answer = use("get_available_slots", "{\"date\": \"2026-06-04\"}");

    assertThat(answer.at("/slots/0/startsAt").asString()).isEqualTo("2026-06-04T09:00-04:00");
  }

  @Test
  void aBusinessThatHasNotSaidWhenItIsOpenOffersNothing() {
    hours("[]");

    assertThat(use("get_available_slots", "{}").get("error").asString()).contains("not said");
  }

  @Test
  void aBookedTimeIsThePersonsAndNobodyElses() {
    var result = run("book_appointment", book("2026-06-03T09:00-04:00"));

    assertThat(result.outcome()).isEqualTo(Outcome.GOAL_ACHIEVED);
    assertThat(books.value("select count(*)::text from appointment where contact_id = ?", contact))
        .isEqualTo("1");
    assertThat(
            books.value(
                "select kind from webhook_inbox where kind = 'booking' and body ->>"
                    + " 'carillon.subject' = (select id::text from appointment where contact_id ="
                    + " ?)",
                contact))
        .isEqualTo("booking");
  }

  @Test
  void aTimeThatIsGoneIsAnsweredWithTheNextFreeOnes() {
    run("book_appointment", book("2026-06-03T09:00-04:00"));

    var answer = use("book_appointment", book("2026-06-03T09:00-04:00"));

    assertThat(answer.get("error").asString()).contains("not free");
    assertThat(answer.at("/slots/0/startsAt").asString()).isEqualTo("2026-06-03T10:00-04:00");
  }

  @Test
  void aTimeOutsideTheHoursIsNotBooked() {
    assertThat(use("book_appointment", book("2026-06-03T20:00-04:00")).has("error")).isTrue();
    assertThat(books.value("select count(*)::text from appointment where contact_id = ?", contact))
        .isEqualTo("0");
  }

  @Test
  void ofFiftyWhoWantOneTimeOneGetsItAndFortyNineGetOthers() throws Exception {
    var wishes = new ArrayList<Callable<JsonNode>>();
    for (var n = 0; n < 50; n++) {
      var other = books.call(null, books.contact(), CallState.IN_PROGRESS);
      wishes.add(
          () -> read(desk.run(order(other, "book_appointment", book("2026-06-03T11:00-04:00")))));
    }

    List<JsonNode> answers = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(10)) {
      for (var answer : threads.invokeAll(wishes)) {
        answers.add(answer.get());
      }
    }

    assertThat(answers).filteredOn(answer -> answer.has("success")).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.has("error"))
        .hasSize(49)
        .allSatisfy(answer -> assertThat(answer.get("slots")).isNotEmpty());
  }

  @Test
  void theSameToolCallTwiceBooksOnce() {
    var first = desk.run(order(call, "book_appointment", book("2026-06-03T09:00-04:00"), "t1"));
    var second = desk.run(order(call, "book_appointment", book("2026-06-03T09:00-04:00"), "t1"));

    assertThat(read(second)).isEqualTo(read(first));
    assertThat(books.value("select count(*)::text from appointment where contact_id = ?", contact))
        .isEqualTo("1");
  }

  @Test
  void anAppointmentIsMovedToAFreeTime() {
    run("book_appointment", book("2026-06-03T09:00-04:00"));

    var answer = use("reschedule_appointment", "{\"starts_at\": \"2026-06-03T09:30-04:00\"}");

    assertThat(answer.get("rescheduled").asBoolean()).isTrue();
    assertThat(
            books.value(
                "select to_char(starts_at at time zone 'UTC', 'HH24:MI') || ' ' || revision from"
                    + " appointment where contact_id = ?",
                contact))
        .isEqualTo("13:30 2");
  }

  @Test
  void somebodyElsesAppointmentCannotBeTouched() {
    run("book_appointment", book("2026-06-03T09:00-04:00"));
    var id = books.value("select id::text from appointment where contact_id = ?", contact);
    var stranger = books.call(null, books.contact(), CallState.IN_PROGRESS);

    var moved =
        read(
            desk.run(
                order(
                    stranger,
                    "reschedule_appointment",
                    "{\"appointment_id\": \"%s\", \"starts_at\": \"2026-06-03T15:00-04:00\"}"
                        .formatted(id))));
    var cancelled =
        read(
            desk.run(
                order(
                    stranger, "cancel_appointment", "{\"appointment_id\": \"%s\"}".formatted(id))));

    assertThat(moved.has("error")).isTrue();
    assertThat(cancelled.has("error")).isTrue();
    assertThat(books.value("select status from appointment where contact_id = ?", contact))
        .isEqualTo("BOOKED");
  }

  @Test
  void somebodyElsesVehicleCannotBeBookedFor() {
    var stranger = books.contact();
    var vehicle = UUID.randomUUID();
    books.write(
        """
        insert into vehicle (id, tenant_id, contact_id, make, created_at)
        values (:id, :tenant, :contact, 'FORD', now())
        """,
        Map.of("id", vehicle, "tenant", TestDatabase.TENANT, "contact", stranger));

    var answer =
        use(
            "book_appointment",
            "{\"starts_at\": \"2026-06-03T09:00-04:00\", \"vehicle_id\": \"%s\"}"
                .formatted(vehicle));

    assertThat(answer.get("error").asString()).contains("no such vehicle");
  }

  @Test
  void whatIsAheadIsToldWithItsId() {
    run("book_appointment", book("2026-06-03T09:00-04:00"));

    var answer = use("get_upcoming_appointments", "{}");

    assertThat(answer.at("/appointments/0/appointmentId").asString())
        .isEqualTo(books.value("select id::text from appointment where contact_id = ?", contact));
    assertThat(use("look_up_customer", "{}").at("/appointments/0/startsAt").asString())
        .isEqualTo("2026-06-03T09:00-04:00");
  }

  private static String book(String startsAt) {
    return "{\"starts_at\": \"%s\", \"service\": \"Oil change\"}".formatted(startsAt);
  }

  private JsonNode use(String tool, String arguments) {
    return read(run(tool, arguments));
  }

  private ToolResult run(String tool, String arguments) {
    return desk.run(order(call, tool, arguments));
  }

  private static JsonNode read(ToolResult result) {
    return database.jsonb().tree(result.json());
  }

  private static ToolDesk.ToolOrder order(UUID call, String tool, String arguments) {
    return order(call, tool, arguments, UUID.randomUUID().toString());
  }

  private static ToolDesk.ToolOrder order(UUID call, String tool, String arguments, String id) {
    return ToolDesk.ToolOrder.inCall(
        new CallStart(TestDatabase.TENANT, call, Direction.INBOUND, null, 1),
        new ToolUse(id, tool, arguments));
  }

  private static void hours(String json) {
    books.write("update business set hours = cast(:hours as jsonb)", Map.of("hours", json));
  }
}
