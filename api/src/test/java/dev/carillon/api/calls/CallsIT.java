package dev.carillon.api.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.activities.postgres.TestDatabase;
import dev.carillon.api.RunningApi;
import dev.carillon.api.Visitor;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallsIT {
  private static final String CALLS = "/api/v1/calls";

  @AutoClose
  private static final RunningApi API =
      RunningApi.start("--TWILIO_API_URL=http://127.0.0.1:1", "--ALLOWED_TEST_NUMBERS=+1212812*");

  @AutoClose private static final Visitor VISITOR = new Visitor(API);
  private static int count;

  @Test
  void aCallForNowWaitsInTheQueueUntilThePumpTakesIt() throws Exception {
    var answer = VISITOR.post(CALLS, order(number(), ""));

    assertThat(answer.status()).as("%s", answer).isEqualTo(202);
    assertThat(answer.text("state")).isEqualTo("SCHEDULED");
    assertThat(answer.json().path("notBefore").isNull()).isTrue();
    var shown = VISITOR.get(CALLS + "/" + answer.text("id"));
    assertThat(shown.text("state")).isEqualTo("SCHEDULED");
    assertThat(shown.text("purpose")).isEqualTo("reminder");
    assertThat(
            text(
                "select priority::text from dial_queue where call_id = '%s'"
                    .formatted(answer.text("id"))))
        .isEqualTo("2");
  }

  @Test
  void aCallForLaterNamesItsMoment() throws Exception {
    var later = Instant.now().plus(Duration.ofHours(3));

    var answer =
        VISITOR.post(CALLS, order(number(), ", \"scheduledTime\": \"%s\"".formatted(later)));

    assertThat(answer.status()).isEqualTo(202);
    assertThat(Instant.parse(answer.text("notBefore"))).isEqualTo(later);
  }

  @Test
  void anAnswerToSomebodyWhoMustNotBeCalledNamesTheRule() throws Exception {
    var number = number();
    sql(
        "insert into suppression values ('%s', '%s', '%s', 'ALL', null, 'API', false, now())"
            .formatted(API.database().ids().next(), TestDatabase.TENANT, number));

    var answer = VISITOR.post(CALLS, order(number, ""));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.faults()).containsOnly("phoneNumber");
    assertThat(answer.response().body()).contains("SUPPRESSED").doesNotContain(number);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                                      | purpose
          {"phoneNumber":"+12128120000"}                                          | purpose
          {"phoneNumber":"+12128120000","purpose":"spam"}                         | purpose
          {"purpose":"reminder"}                                                  | phoneNumber
          {"phoneNumber":"911","purpose":"reminder"}                              | phoneNumber
          {"phoneNumber":"+12128120000","purpose":"reminder","scheduledTime":"yesterday"} | scheduledTime
          {"contactId":"01890000-0000-7000-8000-000000000000","purpose":"reminder"} | contactId
          {"phoneNumber":"+12128120000","purpose":"reminder","agentId":"01890000-0000-7000-8000-000000000000"} | agentId
          """)
  void theFieldThatIsWrongIsNamed(String body, String field) throws Exception {
    var answer = VISITOR.post(CALLS, body);

    assertThat(answer.status()).as("%s", answer).isIn(400, 422);
    assertThat(answer.faults()).contains(field);
  }

  @Test
  void aCallIsCancelledBeforeItIsPlacedAndOnlyOnce() throws Exception {
    var id = VISITOR.post(CALLS, order(number(), "")).text("id");

    var cancelled = VISITOR.post(CALLS + "/" + id + "/cancel", "{}");
    var again = VISITOR.post(CALLS + "/" + id + "/cancel", "{}");

    assertThat(cancelled.status()).as("%s", cancelled).isEqualTo(200);
    assertThat(cancelled.text("state")).isEqualTo("ENDED");
    assertThat(cancelled.text("disposition")).isEqualTo("CANCELLED");
    assertThat(again.status()).isEqualTo(409);
    assertThat(text("select count(*)::text from dial_queue where call_id = '%s'".formatted(id)))
        .isEqualTo("0");
    assertThat(VISITOR.get(CALLS + "/" + id + "/receipt").json().path("reasons").isEmpty())
        .isFalse();
  }

  @Test
  void aPersonsTimelineHoldsVoiceAndTextInOneOrderOverPages() throws Exception {
    var contact = VISITOR.post("/api/v1/contacts", "{\"phoneNumber\":\"%s\"}".formatted(number()));
    var person = contact.text("id");
    var call = API.database().ids().next();
    sql(
        """
        insert into call (id, tenant_id, account_id, contact_id, direction, purpose, phone_number,
          state, created_at, news_at)
        values ('%s', '%s', '%s', '%s', 'OUTBOUND', 'reminder', '+12128129999', 'ENDED', now(), now())
        """
            .formatted(call, TestDatabase.TENANT, API.database().account().accountId(), person));
    for (int line = 1; line <= 3; line++) {
      sql(
          """
          insert into call_turn values ('%s', '%s', %d, '2026-01-01T10:00:00Z', '%s', 'line %d', false)
          """
              .formatted(TestDatabase.TENANT, call, line, line == 2 ? "PERSON" : "AGENT", line));
    }
    sql(
        """
        insert into message (id, tenant_id, contact_id, direction, phone_number, body, state,
          dedupe_key, at)
        values ('%s', '%s', '%s', 'IN', '+1', 'text', 'RECEIVED', '%s', '2026-01-01T09:00:00Z')
        """
            .formatted(API.database().ids().next(), TestDatabase.TENANT, person, person));

    var path = "/api/v1/contacts/" + person + "/timeline?limit=2";
    var first = VISITOR.get(path);
    var second = VISITOR.get(path + "&cursor=" + first.text("next"));

    assertThat(first.json().path("items").toString())
        .contains("\"text\":\"text\"", "\"direction\":\"IN\"", "line 1");
    assertThat(second.json().path("items").toString()).contains("line 2", "line 3");
    assertThat(second.json().path("next").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/calls/01890000-0000-7000-8000-000000000000",
    "/api/v1/calls/01890000-0000-7000-8000-000000000000/transcript",
    "/api/v1/calls/01890000-0000-7000-8000-000000000000/receipt",
    "/api/v1/calls/01890000-0000-7000-8000-000000000000/recording",
    "/api/v1/contacts/01890000-0000-7000-8000-000000000000/timeline",
    "/api/v1/contacts/01890000-0000-7000-8000-000000000000/stream"
  })
  void whatIsNotThereIsNotFound(String path) throws Exception {
    var answer = VISITOR.get(path);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.response().headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
  }

  @Test
  void totalsAndCostsCountTheLastDays() throws Exception {
    var stats = VISITOR.get("/api/v1/stats?days=30");
    var costs = VISITOR.get("/api/v1/costs?days=30");

    assertThat(stats.status()).as("%s", stats).isEqualTo(200);
    assertThat(stats.json().has("goalRate")).isTrue();
    assertThat(costs.status()).as("%s", costs).isEqualTo(200);
    assertThat(costs.json().path("total").path("currency").asString()).isEqualTo("USD");
    assertThat(VISITOR.get("/api/v1/stats?days=0").status()).isEqualTo(400);
  }

  private static String order(String number, String more) {
    return "{\"phoneNumber\": \"%s\", \"purpose\": \"reminder\"%s}".formatted(number, more);
  }

  private static String number() {
    count++;
    return "+1212812%04d".formatted(count);
  }

  private static void sql(String statement) {
    var database = API.database();
    database.transactions().run(TestDatabase.TENANT, () -> database.jdbc().sql(statement).update());
  }

  private static String text(String query) {
    var database = API.database();
    return database
        .transactions()
        .in(
            TestDatabase.TENANT,
            () -> database.jdbc().sql(query).query((row, _) -> row.getString(1)).single());
  }
}
