package dev.carillon.api.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.activities.postgres.Moments;
import dev.carillon.activities.postgres.TestDatabase;
import dev.carillon.api.RunningApi;
import dev.carillon.signature.LinkKey;
import dev.carillon.signature.LinkPurpose;
import dev.carillon.signature.LinkTokens;
import dev.carillon.signature.StreamTokens;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhooksIT {
  private static final byte[] KEY = LinkKey.parse(RunningApi.LINK_KEY);
  private static final LinkTokens LINKS = new LinkTokens(KEY);

  @AutoClose private static final RunningApi API = RunningApi.start();
  @AutoClose private static final Carrier CARRIER = new Carrier(API);
  private static int count;

  @Test
  void aForgedCallbackChangesNothingWhicheverByteIsOff() throws Exception {
    var call = aCall("RINGING");
    var path = call.path("status", LinkPurpose.STATUS);
    var parameters = call.status("completed", 3);
    var right = Carrier.signature(path, parameters);
    var before = footprint();

    var answers = new ArrayList<Integer>();
    for (int at = 0; at < right.length() - 1; at++) {
      char flipped = right.charAt(at) == 'A' ? 'B' : 'A';
      var wrong = right.substring(0, at) + flipped + right.substring(at + 1);
      answers.add(CARRIER.send(path, Carrier.body(parameters), wrong).statusCode());
    }
    for (var name : parameters.keySet()) {
      var changed = new HashMap<>(parameters);
      changed.merge(name, "0", String::concat);
      answers.add(CARRIER.send(path, Carrier.body(changed), right).statusCode());
    }
    answers.add(CARRIER.send(path, Carrier.body(parameters), null).statusCode());
    answers.add(CARRIER.send(path, Carrier.body(parameters), "").statusCode());
    var elsewhere = Carrier.signature(path + "x", parameters);
    answers.add(CARRIER.send(path, Carrier.body(parameters), elsewhere).statusCode());

    assertThat(answers).hasSizeGreaterThan(30).containsOnly(403);
    assertThat(footprint()).isEqualTo(before);
  }

  @Test
  void aRefusalSaysNothing() throws Exception {
    var answer = CARRIER.send("/webhooks/twilio/sms/incoming", "Body=STOP", "wrong");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void theSameNewsTwiceIsStoredOnce() throws Exception {
    var call = aCall("RINGING");
    var path = call.path("status", LinkPurpose.STATUS);
    var parameters = call.status("in-progress", 2);

    var first = CARRIER.send(path, parameters);
    var second = CARRIER.send(path, parameters);

    assertThat(first.statusCode()).isEqualTo(204);
    assertThat(second.statusCode()).isEqualTo(204);
    assertThat(inboxOf(call)).containsExactly("status");
  }

  @Test
  void newsOfAnotherCallThanTheAddressNamesIsRefused() throws Exception {
    var call = aCall("RINGING");
    var other = aCall("RINGING");
    var path = call.path("status", LinkPurpose.STATUS);

    var foreignCall = CARRIER.send(path, other.status("completed", 3));
    var foreignAccount = new HashMap<>(call.status("completed", 3));
    foreignAccount.put("AccountSid", "AC" + "9".repeat(32));

    assertThat(foreignCall.statusCode()).isEqualTo(403);
    assertThat(CARRIER.send(path, foreignAccount).statusCode()).isEqualTo(403);
    assertThat(inboxOf(call)).isEmpty();
  }

  @Test
  void aTokenOpensNothingButItsOwnAddress() throws Exception {
    var call = aCall("RINGING");

    var amdTokenAtStatus =
        "/webhooks/twilio/status/%s/%s".formatted(call.id, LINKS.token(call.id, LinkPurpose.AMD));

    assertThat(CARRIER.send(amdTokenAtStatus, call.status("completed", 3)).statusCode())
        .isEqualTo(404);
  }

  @Test
  void aSignedCallbackOfAnUnknownCallIsKept() throws Exception {
    var nobody = UUID.fromString("01890000-0000-7000-8000-000000000000");
    var path =
        "/webhooks/twilio/status/%s/%s".formatted(nobody, LINKS.token(nobody, LinkPurpose.STATUS));
    var parameters = status("CA" + "7".repeat(32), "completed", 4);

    var answer = CARRIER.send(path, parameters);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(
            count(
                "select count(*) from webhook_inbox where kind = 'unknown_call'"
                    + " and processed_at is not null"
                    + " and body ->> 'CallSid' = 'CA77777777777777777777777777777777'"))
        .isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CallStatus=dancing",
        "SequenceNumber=x",
        "CallDuration=-7",
        "CallSid=CA1",
        "AccountSid=",
      })
  void parametersOfAnOddShapeAreRefused(String odd) throws Exception {
    var call = aCall("RINGING");
    var parameters = new HashMap<>(call.status("completed", 3));
    parameters.put(odd.substring(0, odd.indexOf('=')), odd.substring(odd.indexOf('=') + 1));

    var answer = CARRIER.send(call.path("status", LinkPurpose.STATUS), parameters);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(inboxOf(call)).isEmpty();
  }

  @Test
  void anAnsweredCallIsStreamedToTheBridge() throws Exception {
    var call = aCall("SUBMITTING", null);
    var sid = "CA" + call.id.toString().replace("-", "");
    var path = call.path("voice", LinkPurpose.VOICE);

    var answer = CARRIER.send(path, status(sid, "in-progress", 0));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/xml"));
    var stream = Pattern.compile("<Stream url=\"ws://127.0.0.1:2/media/([^\"]+)\"/>");
    var match = stream.matcher(answer.body());
    assertThat(match.find()).isTrue();
    assertThat(new StreamTokens(KEY).callOf(match.group(1))).contains(call.id);
    assertThat(answer.body())
        .contains("<Redirect method=\"POST\">" + RunningApi.PUBLIC_URL + path + "/resume<");
    assertThat(text("select provider_call_id from call where id = '" + call.id + "'"))
        .isEqualTo(sid);
    assertThat(inboxOf(call)).containsExactly("voice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ENDED", "SUPPRESSED", "HUNG_UP", "RESUMED_TOO_OFTEN"})
  void aBrokenStreamIsNotResumedWhenTheCallIsOver(String why) throws Exception {
    var call = aCall(why.equals("ENDED") ? "ENDED" : "IN_PROGRESS");
    switch (why) {
      case "SUPPRESSED" -> suppress(call.number);
      case "HUNG_UP" -> update(call, "stream_end = '{\"hangUp\": true}'");
      case "RESUMED_TOO_OFTEN" -> update(call, "resumes = 8");
      default -> {}
    }

    var answer =
        CARRIER.send(
            call.path("voice", LinkPurpose.VOICE) + "/resume", call.status("in-progress", 0));

    assertThat(answer.body()).contains("<Response><Hangup/></Response>");
  }

  @Test
  void aBrokenStreamGoesOnAtAnotherBridge() throws Exception {
    var call = aCall("IN_PROGRESS");
    update(call, "stream_end = '{\"hangUp\": false}'");

    var answer =
        CARRIER.send(
            call.path("voice", LinkPurpose.VOICE) + "/resume", call.status("in-progress", 0));

    assertThat(answer.body()).contains("<Pause length=\"1\"/><Connect><Stream");
    assertThat(text("select resumes::text from call where id = '" + call.id + "'")).isEqualTo("1");
  }

  @Test
  void aCallThatIsOverIsHungUpOn() throws Exception {
    var call = aCall("ENDED");

    var answer = CARRIER.send(call.path("voice", LinkPurpose.VOICE), call.status("in-progress", 0));

    assertThat(answer.body()).contains("<Hangup/>").doesNotContain("<Stream");
  }

  @Test
  void aCallbackOfACallLongOverIsFiledAndNotActedOn() throws Exception {
    var call = aCall("ENDED");
    update(call, "ended_at = now() - interval '25 hours'");

    CARRIER.send(call.path("status", LinkPurpose.STATUS), call.status("completed", 3));

    assertThat(
            count(
                "select count(*) from webhook_inbox where processed_at is not null and call_id = '"
                    + call.id
                    + "'"))
        .isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"STOP", "Stop.", "ＳＴＯＰ", "no más", "stop please", "opt out"})
  void theWishToBeLeftAloneIsInForceWhenAnswered(String words) throws Exception {
    var number = number();

    var answer = CARRIER.send("/webhooks/twilio/sms/incoming", text(number, words));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("<Response></Response>");
    assertThat(
            text(
                "select source || ' ' || by_the_person || ' ' || scope from suppression"
                    + " where phone_number = '"
                    + number
                    + "'"))
        .isEqualTo("SMS true ALL");
  }

  @Test
  void aForgedStopChangesNothing() throws Exception {
    var number = number();
    var before = footprint();

    var answer =
        CARRIER.send(
            "/webhooks/twilio/sms/incoming", Carrier.body(text(number, "STOP")), "Zm9yZ2Vk");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(footprint()).isEqualTo(before);
  }

  @Test
  void startTakesBackWhatATextHadSuppressedAndNothingElse() throws Exception {
    var byText = number();
    var byMail = number();
    CARRIER.send("/webhooks/twilio/sms/incoming", text(byText, "STOP"));
    suppress(byMail);

    CARRIER.send("/webhooks/twilio/sms/incoming", text(byText, "START"));
    CARRIER.send("/webhooks/twilio/sms/incoming", text(byMail, "START"));

    assertThat(count("select count(*) from suppression where phone_number = '" + byText + "'"))
        .isZero();
    assertThat(count("select count(*) from suppression where phone_number = '" + byMail + "'"))
        .isEqualTo(1);
  }

  @Test
  void oneTextSentThriceIsOneEntry() throws Exception {
    var number = number();
    var message = text(number, "Is it still on? \uD83D\uDE00\u0000");

    for (int time = 0; time < 3; time++) {
      assertThat(CARRIER.send("/webhooks/twilio/sms/incoming", message).statusCode())
          .isEqualTo(200);
    }

    assertThat(count("select count(*) from message where phone_number = '" + number + "'"))
        .isEqualTo(1);
    assertThat(
            count(
                "select count(*) from event where type = 'sms_received' and detail ->> 'messageId'"
                    + " = (select id::text from message where phone_number = '"
                    + number
                    + "')"))
        .isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"anonymous", "+266696687", "12345", "CARRIER", "", "Restricted"})
  void anOddSenderIsTaken(String sender) throws Exception {
    var answer = CARRIER.send("/webhooks/twilio/sms/incoming", text(sender, "hello"));

    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void whoeverPhonesIsNotedOnceAndPutThroughToTheAgent() throws Exception {
    var number = number();
    var parameters = new HashMap<>(status("CA" + "6".repeat(32), "ringing", 0));
    parameters.put("From", number);

    var first = CARRIER.send("/webhooks/twilio/voice/incoming", parameters);
    var second = CARRIER.send("/webhooks/twilio/voice/incoming", parameters);

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.body()).contains("<Connect><Stream url=", "/resume</Redirect>");
    assertThat(second.body()).contains("<Connect><Stream url=");
    assertThat(
            count(
                "select count(*) from webhook_inbox where kind = 'incoming' and processed_at is"
                    + " null and call_id = (select id from call where phone_number = '"
                    + number
                    + "')"))
        .isEqualTo(1);
    assertThat(count("select count(*) from contact where phone_number = '" + number + "'"))
        .isEqualTo(1);
    assertThat(
            count(
                "select count(*) from call where direction = 'INBOUND' and phone_number = '"
                    + number
                    + "'"))
        .isEqualTo(1);
  }

  @Test
  void aBodyOfManyBytesIsRefusedUnread() throws Exception {
    var answer =
        CARRIER.send(
            "/webhooks/twilio/sms/incoming", "Body=" + "x".repeat(100_000), "AAAAAAAAAAAAAAAAAAAA");

    assertThat(answer.statusCode()).isEqualTo(413);
  }

  private static Known aCall(String state) throws IOException {
    return aCall(state, "CA%030d%02d".formatted(0, count + 1));
  }

  private static Known aCall(String state, @Nullable String sid) {
    count++;
    var database = API.database();
    var id = database.ids().next();
    var number = number();
    database
        .transactions()
        .run(
            TestDatabase.TENANT,
            () -> {
              database
                  .jdbc()
                  .sql(
                      """
                      insert into call (id, tenant_id, account_id, direction, purpose, phone_number,
                        state, provider_call_id, created_at, news_at, ended_at)
                      values (:id, :tenant, :account, 'OUTBOUND', 'reminder', :number, :state, :sid,
                        :at, :at, :ended)
                      """)
                  .param("id", id)
                  .param("tenant", TestDatabase.TENANT)
                  .param("account", database.account().accountId())
                  .param("number", number)
                  .param("state", state)
                  .param("sid", sid)
                  .param("at", Moments.param(Instant.now().minus(Duration.ofMinutes(1))))
                  .param("ended", state.equals("ENDED") ? Moments.param(Instant.now()) : null)
                  .update();
              database
                  .jdbc()
                  .sql("insert into call_route values (:id, :tenant, :account)")
                  .param("id", id)
                  .param("tenant", TestDatabase.TENANT)
                  .param("account", database.account().accountId())
                  .update();
            });
    return new Known(id, sid == null ? "CA" + "5".repeat(32) : sid, number);
  }

  private static void suppress(String number) {
    sql(
        "insert into suppression values ('%s', '%s', '%s', 'ALL', 'mail', 'API', false, now())"
            .formatted(API.database().ids().next(), TestDatabase.TENANT, number));
  }

  private static void update(Known call, String change) {
    sql("update call set " + change + " where id = '" + call.id + "'");
  }

  private static void sql(String statement) {
    var database = API.database();
    database.transactions().run(TestDatabase.TENANT, () -> database.jdbc().sql(statement).update());
  }

  private static long count(String query) {
    return Long.parseLong(text(query));
  }

  private static String text(String query) {
    var database = API.database();
    return database
        .transactions()
        .in(
            TestDatabase.TENANT,
            () -> database.jdbc().sql(query).query((row, _) -> row.getString(1)).single());
  }

  private static List<String> inboxOf(Known call) {
    var database = API.database();
    return database
        .transactions()
        .in(
            TestDatabase.TENANT,
            () ->
                database
                    .jdbc()
                    .sql("select kind from webhook_inbox where call_id = :call order by id")
                    .param("call", call.id)
                    .query((row, _) -> row.getString("kind"))
                    .list());
  }

  /// Everything a webhook could have changed.
  private static String footprint() {
    return text(
        """
        select (select count(*) from webhook_inbox) || '/' || (select count(*) from message) || '/'
          || (select count(*) from suppression) || '/' || (select count(*) from event) || '/'
          || (select md5(string_agg(c::text, ',' order by c.id)) from call c)
        """);
  }

  private static Map<String, String> status(String sid, String status, int sequence) {
    return Map.of(
        "AccountSid",
        RunningApi.ACCOUNT,
        "CallSid",
        sid,
        "CallStatus",
        status,
        "SequenceNumber",
        Integer.toString(sequence),
        "From",
        "+12125550100",
        "To",
        "+12128120000");
  }

  private static Map<String, String> text(String sender, String body) {
    return Map.of(
        "AccountSid",
        RunningApi.ACCOUNT,
        "MessageSid",
        "SM" + API.database().ids().next().toString().replace("-", ""),
        "From",
        sender,
        "To",
        "+12125550100",
        "Body",
        body,
        "NumMedia",
        "0");
  }

  private static String number() {
    count++;
    return "+1212812%04d".formatted(count);
  }

  private record Known(UUID id, String sid, String number) {
    String path(String kind, LinkPurpose purpose) {
      return "/webhooks/twilio/%s/%s/%s".formatted(kind, id, LINKS.token(id, purpose));
    }

    Map<String, String> status(String status, int sequence) {
      return WebhooksIT.status(sid, status, sequence);
    }
  }
}
