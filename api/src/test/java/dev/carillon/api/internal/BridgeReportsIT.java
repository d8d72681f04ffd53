package dev.carillon.api.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.activities.postgres.TestDatabase;
import dev.carillon.api.RunningApi;
import dev.carillon.api.Visitor;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BridgeReportsIT {
  private static final String PATH = "/internal/v1/events";
  private static final String RIGHT = "Bearer " + RunningApi.INTERNAL_TOKEN;

  @AutoClose private static final RunningApi API = RunningApi.start();
  @AutoClose private static final Visitor VISITOR = new Visitor(API);

  @Test
  void aReportSentTwiceIsWrittenOnce() throws Exception {
    var call = aCall();

    var first = VISITOR.post(PATH, report(TestDatabase.TENANT, call), "Authorization", RIGHT);
    var again = VISITOR.post(PATH, report(TestDatabase.TENANT, call), "Authorization", RIGHT);

    assertThat(first.status()).as("%s", first).isEqualTo(202);
    assertThat(again.status()).isEqualTo(202);
    assertThat(VISITOR.get("/api/v1/calls/" + call + "/transcript").json().path("items").toString())
        .isEqualTo(
            """
            [{"at":"2026-06-01T10:00:00Z","who":"AGENT","text":"Hello","interrupted":false},\
            {"at":"2026-06-01T10:00:02Z","who":"PERSON","text":"Yes","interrupted":true}]\
            """);
    assertThat(events(call)).isEqualTo("conversation_started voice_received voice_sent");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer wrong", "Bearer", "", "Basic an-internal-token-for-tests"})
  void nobodyElseMayReport(String authorization) throws Exception {
    var call = aCall();

    var answer =
        VISITOR.post(PATH, report(TestDatabase.TENANT, call), "Authorization", authorization);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(events(call)).isEmpty();
  }

  @Test
  void aCallOfAnotherTenantIsUnknown() throws Exception {
    var call = aCall();
    var other = UUID.fromString("00000000-0000-7000-8000-0000000000ff");

    var answer = VISITOR.post(PATH, report(other, call), "Authorization", RIGHT);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(events(call)).isEmpty();
  }

  private static String report(UUID tenant, UUID call) {
    return """
    {"callId": "%s", "tenantId": "%s", "news": 1, "events": [
      {"type": "event", "name": "conversation_started", "at": "2026-06-01T10:00:00Z", "detail": {"a": "\\u0000b"}},
      {"type": "line", "seq": 1, "at": "2026-06-01T10:00:00Z", "who": "AGENT", "text": "Hello", "interrupted": false},
      {"type": "line", "seq": 2, "at": "2026-06-01T10:00:02Z", "who": "PERSON", "text": "Yes\\u0000", "interrupted": true}]}
    """
        .formatted(call, tenant);
  }

  private static UUID aCall() {
    var database = API.database();
    var id = database.ids().next();
    database
        .transactions()
        .run(
            TestDatabase.TENANT,
            () ->
                database
                    .jdbc()
                    .sql(
                        """
                        insert into call (id, tenant_id, account_id, direction, purpose,
                          phone_number, state, created_at, news_at)
                        values (:id, :tenant, :account, 'OUTBOUND', 'reminder', '+1' || :id,
                          'IN_PROGRESS', now(), now())
                        """)
                    .param("id", id)
                    .param("tenant", TestDatabase.TENANT)
                    .param("account", database.account().accountId())
                    .update());
    return id;
  }

  private static String events(UUID call) {
    var database = API.database();
    return database
        .transactions()
        .in(
            TestDatabase.TENANT,
            () ->
                database
                    .jdbc()
                    .sql(
                        "select coalesce(string_agg(type, ' ' order by type), '') from event where"
                            + " call_id = :call")
                    .param("call", call)
                    .query((row, _) -> row.getString(1))
                    .single());
  }
}
