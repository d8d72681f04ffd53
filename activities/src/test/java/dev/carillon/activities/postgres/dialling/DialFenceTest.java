package dev.carillon.activities.postgres.dialling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.activities.postgres.Books;
import dev.carillon.activities.postgres.TestDatabase;
import dev.carillon.call.CallStart;
import dev.carillon.call.CallState;
import dev.carillon.call.DialFence;
import dev.carillon.call.DialFence.Answer;
import dev.carillon.call.Direction;
import dev.carillon.compliance.DenialCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DialFenceTest {
  @AutoClose private static final TestDatabase database = TestDatabase.fresh();
  private static final Books books = new Books(database);

  private final DialFence fence =
      new PostgresDialFence(
          database.transactions(),
          database.jdbc(),
          new FenceRows(database.jdbc(), books.events(), true),
          new DialQueue(database.jdbc()),
          new Slots(database.jdbc(), database.clock()),
          TestRules.deciding(database),
          database.jsonb(),
          database.clock());

  @BeforeEach
  void nobodyHasASlot() {
    database.clock().set(Instant.parse("2026-06-02T17:00:00Z"));
    books.write("update carrier_account set next_slot_at = null, calls_per_second = 50", Map.of());
  }

  @Test
  void ofSixtyFourThatEnterForOneCallOneMaySendIt()
      throws InterruptedException, ExecutionException {
    var call = start(reserved(books.campaign(50, 100)));
    var begin = new CountDownLatch(1);
    Callable<Answer> entering =
        () -> {
          begin.await();
          return fence.enter(call);
        };

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = IntStream.range(0, 64).mapToObj(_ -> threads.submit(entering)).toList();
      begin.countDown();
      var won = 0;
      for (var one : all) {
        switch (one.get()) {
          case Answer.Won _ -> won++;
          case Answer.Lost(CallState state) -> assertThat(state).isEqualTo(CallState.SUBMITTING);
          case Answer.NotYet _, Answer.Denied _ -> throw new AssertionError("neither won nor lost");
        }
      }
      assertThat(won).isEqualTo(1);
    }
  }

  @Test
  void theOrderNamesBothNumbersAndTheDeadlineComesBeforeTheNextSlot() {
    var call = reserved(books.campaign(5, 100));

    var won = (Answer.Won) fence.enter(start(call));

    assertThat(won.order().callId()).isEqualTo(call);
    assertThat(won.order().from().e164()).isEqualTo("+12125550100");
    assertThat(won.order().to().e164())
        .isEqualTo(books.value("select phone_number from call where id = ?", call));
    assertThat(won.order().ringTimeout()).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(30));
    assertThat(won.deadline()).isBetween(books.now(), books.now().plusMillis(199));
    assertThat(books.callState(call)).isEqualTo("SUBMITTING");
    assertThat(books.value("select receipt ->> 'allowed' from call where id = ?", call))
        .isEqualTo("true");
    assertThat(books.read("select type from event where call_id = ?", call))
        .containsExactly("call_initiated");
  }

  @Test
  void aCampaignsRequestsAreEvenlySpacedWithABurstOfOne() {
    var campaign = books.campaign(5, 100);
    var waiting = new ArrayList<UUID>();
    IntStream.range(0, 20).forEach(_ -> waiting.add(reserved(campaign)));

    assertThat(wins(waiting, Duration.ofSeconds(3)))
        .isEqualTo(IntStream.rangeClosed(0, 15).mapToObj(i -> i * 200L).toList());
  }

  @Test
  void theAccountsPaceHoldsForAllItsCampaignsTogether() {
    books.write("update carrier_account set calls_per_second = 4", Map.of());
    var one = books.campaign(50, 100);
    var other = books.campaign(50, 100);
    var waiting = new ArrayList<UUID>();
    IntStream.range(0, 10).forEach(i -> waiting.add(reserved(i % 2 == 0 ? one : other)));

    assertThat(wins(waiting, Duration.ofSeconds(2)))
        .isEqualTo(IntStream.rangeClosed(0, 8).mapToObj(i -> i * 250L).toList());
  }

  @Test
  void whoComesTooEarlyIsToldWhenTheNextSlotIs() {
    var campaign = books.campaign(0.5, 100);
    fence.enter(start(reserved(campaign)));

    var answer = fence.enter(start(reserved(campaign)));

    assertThat(answer).isEqualTo(new Answer.NotYet(books.now().plusSeconds(2)));
  }

  @Test
  void aSuppressionBetweenAdmissionAndFenceDenies() {
    var contact = books.contact();
    var call = books.call(books.campaign(50, 100), contact, CallState.RESERVED);
    books.suppress(contact, false);

    var denied = (Answer.Denied) fence.enter(start(call));

    assertThat(denied.byThePerson()).isFalse();
    assertThat(denied.receipt().notBefore()).isNull();
    assertThat(Deciding.deniedFor(denied.receipt(), DenialCode.SUPPRESSED)).isTrue();
    assertThat(books.callState(call)).isEqualTo("ENDED");
    assertThat(books.value("select disposition from call where id = ?", call)).isEqualTo("DENIED");
    assertThat(books.read("select submitted_at from call where id = ?", call)).containsOnlyNulls();
  }

  @Test
  void whatThePersonAskedForIsToldApartAndARepetitionGetsTheSameAnswer() {
    var contact = books.contact();
    var call = books.call(books.campaign(50, 100), contact, CallState.RESERVED);
    books.suppress(contact, true);

    var first = fence.enter(start(call));
    var again = fence.enter(start(call));

    assertThat(((Answer.Denied) first).byThePerson()).isTrue();
    assertThat(again).isEqualTo(first);
  }

  @Test
  void whoSuppressesWaitsForWhoHasJustLooked() throws InterruptedException, ExecutionException {
    var contact = books.contact();
    var looked = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var atTheFence =
          threads.submit(() ->
              database
                  .transactions()
                  .in(
                      TestDatabase.TENANT,
                      () -> {
                        database
                            .jdbc()
                            .sql("select pg_advisory_xact_lock_shared(dial_gate())")
                            .query((_, _) -> true)
                            .single();
                        looked.countDown();
                        return waitFor(goOn);
                      }));
      looked.await();
      var suppressing = threads.submit(() -> books.suppress(contact, false));
      while (books
          .read("select 1 from pg_locks where locktype = 'advisory' and not granted")
          .isEmpty()) {
        Thread.onSpinWait();
      }

      assertThat(suppressing.isDone()).isFalse();
      goOn.countDown();
      suppressing.get();
      assertThat(atTheFence.get()).isTrue();
    }
  }

  @Test
  void aCallThatWasNotSentKeepsItsPermitAndMayBeTriedAgain() {
    var call = start(reserved(books.campaign(5, 100)));
    fence.enter(call);

    fence.notSent(call);

    assertThat(books.callState(call.callId())).isEqualTo("RESERVED");
    database.clock().advance(Duration.ofMillis(200));
    assertThat(fence.enter(call)).isInstanceOf(Answer.Won.class);
  }

  @Test
  void anUnclearAnswerIsNeverRepeated() {
    var call = start(reserved(books.campaign(5, 100)));
    fence.enter(call);

    fence.unclear(call);
    database.clock().advance(Duration.ofMinutes(1));

    assertThat(fence.enter(call)).isEqualTo(new Answer.Lost(CallState.UNKNOWN));
  }

  @Test
  void aPlacedCallIsQueuedUnderTheCarriersId() {
    var call = start(reserved(books.campaign(5, 100)));
    fence.enter(call);

    fence.placed(call, "CA1");

    assertThat(books.callState(call.callId())).isEqualTo("QUEUED");
    assertThat(books.value("select provider_call_id from call where id = ?", call.callId()))
        .isEqualTo("CA1");
  }

  @Test
  void aCallbackThatWasFasterThanTheAnswerIsNotUndone() {
    var call = start(books.call(books.campaign(5, 100), books.contact(), CallState.RINGING));

    fence.placed(call, "CA2");
    fence.unclear(call);
    fence.notSent(call);
    fence.rejected(call, "21211");

    assertThat(books.callState(call.callId())).isEqualTo("RINGING");
    assertThat(books.value("select provider_call_id from call where id = ?", call.callId()))
        .isEqualTo("CA2");
  }

  @Test
  void aRejectedCallIsOver() {
    var call = start(reserved(books.campaign(5, 100)));
    fence.enter(call);

    fence.rejected(call, "21211");

    assertThat(books.value("select disposition from call where id = ?", call.callId()))
        .isEqualTo("REJECTED");
    assertThat(fence.enter(call)).isEqualTo(new Answer.Lost(CallState.ENDED));
  }

  @Test
  void aPausedCampaignCallsNotEvenWhomItWasAboutToCall() {
    var campaign = books.campaign(50, 100);
    var call = reserved(campaign);
    books.write("update campaign set state = 'PAUSED' where id = :c", Map.of("c", campaign));

    var denied = (Answer.Denied) fence.enter(start(call));

    assertThat(denied.receipt().notBefore()).isEqualTo(books.now());
    assertThat(Deciding.reasonOf(denied.receipt())).isEqualTo("CAMPAIGN_PAUSED");
  }

  @Test
  void aCancelledCampaignCallsNobody() {
    var campaign = books.campaign(50, 100);
    var call = reserved(campaign);
    books.write("update campaign set state = 'CANCELLED' where id = :c", Map.of("c", campaign));

    assertThat(fence.enter(start(call))).isEqualTo(new Answer.Lost(CallState.ENDED));
    assertThat(books.value("select disposition from call where id = ?", call))
        .isEqualTo("CANCELLED");
  }

  @Test
  void nobodyIsDialledOutsideTheHours() {
    var call = reserved(books.campaign(50, 100));
    database.clock().set(Instant.parse("2026-06-03T01:00:00Z"));

    var denied = (Answer.Denied) fence.enter(start(call));

    assertThat(denied.receipt().notBefore()).isEqualTo(Instant.parse("2026-06-03T13:00:00Z"));
  }

  @Test
  void aCallOfItsOwnThatIsNotAllowedNowWaitsUnderItsIdForTheHours() {
    var call = books.call(null, books.contact(), CallState.RESERVED);
    database.clock().set(Instant.parse("2026-06-03T01:00:00Z"));

    var first = (Answer.Denied) fence.enter(start(call));
    var again = fence.enter(start(call));

    assertThat(first.receipt().notBefore()).isEqualTo(Instant.parse("2026-06-03T13:00:00Z"));
    assertThat(again).isEqualTo(first);
    assertThat(books.read("select 1 from call where id = ?", call)).isEmpty();
    assertThat(
            books.value(
                "select concat_ws(' ', to_char(not_before at time zone 'UTC', 'DD HH24:MI'),"
                    + " priority, purpose, receipt ->> 'allowed') from dial_queue where call_id ="
                    + " ?",
                call))
        .isEqualTo("03 13:00 2 reminder false");
    assertThat(books.read("select type from event where call_id = ?", call)).isEmpty();
  }

  @Test
  void aWaitingCallThatWasCancelledSinceIsOver() {
    var call = books.call(null, books.contact(), CallState.RESERVED);
    database.clock().set(Instant.parse("2026-06-03T01:00:00Z"));
    fence.enter(start(call));
    books.write("delete from dial_queue where call_id = :call", Map.of("call", call));

    assertThat(fence.enter(start(call))).isEqualTo(new Answer.Lost(CallState.ENDED));
  }

  @Test
  void aCallOfItsOwnThatIsNeverAllowedEndsWithItsReason() {
    var contact = books.contact();
    var call = books.call(null, contact, CallState.RESERVED);
    books.suppress(contact, false);
    database.clock().set(Instant.parse("2026-06-03T01:00:00Z"));

    var denied = (Answer.Denied) fence.enter(start(call));

    assertThat(denied.receipt().notBefore()).isNull();
    assertThat(
            books.value(
                "select state || ' ' || disposition || ' ' || outcome_reason from call where id ="
                    + " ?",
                call))
        .isEqualTo("ENDED DENIED SUPPRESSED,OUTSIDE_WINDOW");
  }

  private static boolean waitFor(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// Lets the waiting calls try every ten milliseconds; when each went through, in milliseconds.
  private List<Long> wins(List<UUID> waiting, Duration during) {
    var begin = books.now();
    var wins = new ArrayList<Long>();
    while (!books.now().isAfter(begin.plus(during))) {
      for (var call : List.copyOf(waiting.subList(0, Math.min(2, waiting.size())))) {
        if (fence.enter(start(call)) instanceof Answer.Won) {
          waiting.remove(call);
          wins.add(Duration.between(begin, books.now()).toMillis());
        }
      }
      database.clock().advance(Duration.ofMillis(10));
    }
    return wins;
  }

  private static UUID reserved(UUID campaign) {
    return books.call(campaign, books.contact(), CallState.RESERVED);
  }

  private static CallStart start(UUID call) {
    return new CallStart(TestDatabase.TENANT, call, Direction.OUTBOUND, null, 1);
  }
}
