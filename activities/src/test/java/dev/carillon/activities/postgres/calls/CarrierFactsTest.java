package dev.carillon.activities.postgres.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.activities.postgres.Books;
import dev.carillon.activities.postgres.TestDatabase;
import dev.carillon.activities.postgres.costs.Costs;
import dev.carillon.call.CallBook;
import dev.carillon.call.CallState;
import dev.carillon.call.CallStates;
import dev.carillon.call.CarrierReport;
import dev.carillon.call.Disposition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CarrierFactsTest {
  @AutoClose private static final TestDatabase database = TestDatabase.fresh();
  private static final Books books = new Books(database);

  private final CallRows rows =
      new CallRows(
          database.jdbc(), books.events(), database.jsonb(), Costs.of(database.jdbc(), ""));
  private final CarrierFacts facts = new CarrierFacts(rows, database.clock());

  @ParameterizedTest
  @EnumSource(
      value = CallState.class,
      names = {"SUBMITTING", "UNKNOWN", "QUEUED", "RINGING", "IN_PROGRESS", "ENDED"})
  void newsMoveACallOnlyAsItsStateMachineSays(CallState from) {
    var events =
        Map.of(
            "initiated", CallStates.Event.PLACED,
            "ringing", CallStates.Event.RANG,
            "in-progress", CallStates.Event.ANSWERED,
            "busy", CallStates.Event.OVER);

    events.forEach((status, event) -> {
      var call = call(from);

      report(call, status);

      assertThat(books.callState(call))
          .isEqualTo(CallStates.after(from, event).orElse(from).name());
    });
  }

  @ParameterizedTest
  @CsvSource({
    "completed,ANSWERED",
    "busy,BUSY",
    "no-answer,NO_ANSWER",
    "failed,FAILED",
    "canceled,CANCELLED"
  })
  void whatTheLineDidIsKeptAndToldToTheWorkflow(String status, Disposition disposition) {
    var call = call(CallState.RINGING);

    var told = report(call, status);

    assertThat(disposition(call)).isEqualTo(disposition.name());
    assertThat(told)
        .contains(
            new CarrierReport.Over(
                "CA" + call, disposition, disposition == Disposition.ANSWERED, books.now()));
    assertThat(books.read("select type from event where call_id = ?", call))
        .containsExactly("call_ended");
  }

  @Test
  void onlyTheAnswerAndTheEndAreToldToTheWorkflow() {
    var call = call(CallState.SUBMITTING);

    assertThat(report(call, "initiated")).isEmpty();
    assertThat(report(call, "ringing")).isEmpty();
    assertThat(report(call, "in-progress"))
        .contains(new CarrierReport.Progress("CA" + call, CallState.IN_PROGRESS, books.now()));
    assertThat(books.read("select type from event where call_id = ? order by id", call))
        .containsExactly("call_ringing", "call_answered");
  }

  @Test
  void everyOrderOfTheSameNewsEndsTheSame() {
    var news = List.of("initiated", "ringing", "in-progress", "completed", "completed", "ringing");
    for (int seed = 0; seed < 20; seed++) {
      var order = new ArrayList<>(news);
      Collections.shuffle(order, new Random(seed));
      var call = call(CallState.SUBMITTING);

      order.forEach(status -> report(call, status));

      assertThat(books.callState(call)).isEqualTo("ENDED");
      assertThat(disposition(call)).isEqualTo("ANSWERED");
      assertThat(books.value("select answered_at is not null from call where id = ?", call))
          .isEqualTo("t");
      assertThat(books.read("select 1 from event where call_id = ? and type = 'call_ended'", call))
          .hasSize(1);
    }
  }

  @Test
  void anUnclearCallIsSettledByTheFirstCallback() {
    var call = call(CallState.UNKNOWN);

    report(call, "ringing");

    assertThat(books.callState(call)).isEqualTo("RINGING");
    assertThat(books.value("select provider_call_id from call where id = ?", call))
        .isEqualTo("CA" + call);
  }

  @Test
  void theEndIsToldAgainUntilTheBooksAreClosed() {
    var call = call(CallState.RINGING);
    var first = report(call, "busy");

    assertThat(report(call, "busy")).isEqualTo(first);

    close(call, Disposition.BUSY);
    assertThat(report(call, "busy")).isEmpty();
  }

  @Test
  void lateNewsChangeNothingThatWasAndContradictionsAreNoted() {
    var call = call(CallState.RINGING);
    report(call, "busy");
    var before = ending(call);
    database.clock().advance(Duration.ofHours(2));

    report(call, "ringing");
    assertThat(audits(call)).isZero();
    report(call, "completed");

    assertThat(ending(call)).isEqualTo(before);
    assertThat(audits(call)).isEqualTo(1);
  }

  @Test
  void aCallThatWasGivenUpAndRangAfterAllIsNoted() {
    var call = call(CallState.UNKNOWN);
    close(call, Disposition.UNKNOWN);

    report(call, "ringing");

    assertThat(disposition(call)).isEqualTo("UNKNOWN");
    assertThat(audits(call)).isEqualTo(1);
  }

  @Test
  void aVoicemailThatTheCarrierCallsCompletedIsNoContradiction() {
    var call = call(CallState.IN_PROGRESS);
    close(call, Disposition.VOICEMAIL);

    report(call, "completed");

    assertThat(disposition(call)).isEqualTo("VOICEMAIL");
    assertThat(audits(call)).isZero();
  }

  @Test
  void aSecondCallForOneAttemptIsNotedAndNotMixedIn() {
    var call = call(CallState.RINGING);
    report(call, "ringing");

    var told = apply(call, "status", Map.of("CallSid", "CAother", "CallStatus", "busy"));

    assertThat(told).isEmpty();
    assertThat(books.callState(call)).isEqualTo("RINGING");
    assertThat(audits(call)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "human,false,false",
    "machine_end_beep,true,true",
    "machine_end_silence,true,false",
    "fax,true,false"
  })
  void theMachineDetectionsVerdictIsTold(String answeredBy, boolean machine, boolean beeped) {
    var call = call(CallState.IN_PROGRESS);

    var told = apply(call, "amd", Map.of("CallSid", "CA" + call, "AnsweredBy", answeredBy));

    assertThat(told).contains(new CarrierReport.MachineVerdict(machine, beeped));
    assertThat(books.value("select answered_by from call where id = ?", call))
        .isEqualTo(answeredBy);
  }

  @Test
  void anUnsureVerdictSaysNothing() {
    var call = call(CallState.IN_PROGRESS);

    assertThat(apply(call, "amd", Map.of("AnsweredBy", "unknown"))).isEmpty();
  }

  @Test
  void onlyACallWithoutAnIdCanTurnOutNeverPlaced() {
    var unclear = call(CallState.UNKNOWN);
    var found = call(CallState.UNKNOWN);
    report(found, "initiated");
    var never = Map.of(CarrierNews.NEVER_PLACED, "true");

    assertThat(apply(unclear, "sweep", never)).contains(new CarrierReport.NeverPlaced());
    assertThat(apply(found, "sweep", never)).isEmpty();
  }

  @Test
  void aLostAnswerIsReckonedFromTheLength() {
    var call = call(CallState.RINGING);

    apply(
        call,
        "status",
        Map.of("CallSid", "CA" + call, "CallStatus", "completed", "CallDuration", "31"));

    assertThat(
            books.value(
                "select extract(epoch from ended_at - answered_at)::int from call where id = ?",
                call))
        .isEqualTo("31");
    assertThat(books.value("select duration_seconds from call where id = ?", call)).isEqualTo("31");
  }

  private UUID call(CallState state) {
    return books.call(null, books.contact(), state);
  }

  private Optional<CarrierReport> report(UUID call, String status) {
    return apply(call, "status", Map.of("CallSid", "CA" + call, "CallStatus", status));
  }

  private Optional<CarrierReport> apply(UUID call, String kind, Map<String, String> parameters) {
    var item = new InboxItem(1, TestDatabase.TENANT, "twilio", kind, call, parameters, books.now());
    return database.transactions().in(TestDatabase.TENANT, () -> facts.apply(item));
  }

  private void close(UUID call, Disposition disposition) {
    database
        .transactions()
        .run(
            TestDatabase.TENANT,
            () ->
                rows.close(
                    rows.lock(call).orElseThrow(),
                    new CallBook.CallEnd(TestDatabase.TENANT, call, disposition, null, null, null),
                    disposition,
                    books.now()));
  }

  private static String disposition(UUID call) {
    return books.value("select disposition from call where id = ?", call);
  }

  private static String ending(UUID call) {
    return books.value(
        "select concat_ws('|', state, disposition, outcome, ended_at, answered_at) from call"
            + " where id = ?",
        call);
  }

  private static int audits(UUID call) {
    return books.read("select 1 from audit where subject = ?", "call/" + call).size();
  }
}
