package dev.carillon.activities.postgres.dialling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.activities.postgres.Books;
import dev.carillon.activities.postgres.TestDatabase;
import dev.carillon.activities.postgres.Told;
import dev.carillon.activities.postgres.outcomes.Outcomes;
import dev.carillon.call.CallState;
import dev.carillon.call.Disposition;
import dev.carillon.campaign.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DialPumpTest {
  @AutoClose private final TestDatabase database = TestDatabase.fresh();
  private final Books books = new Books(database);
  private final Told told = new Told();
  private final CountDownLatch beating = new CountDownLatch(1);
  private final Lease lease = new Lease(database.jdbc());
  private final PostgresDialPump pump = pump();
  private long epoch;

  @BeforeEach
  void thePumpHasTheLease() {
    epoch = takeLease();
  }

  @Test
  void noMoreAreAdmittedThanTheCampaignMayHaveAtOnce() throws InterruptedException {
    var campaign = books.campaign(50, 3);
    queue(campaign, 10);

    assertThat(look().admitted()).isEqualTo(3);
    assertThat(look().admitted()).isZero();

    end(told.admitted().getFirst());
    assertThat(look().admitted()).isEqualTo(1);
    assertThat(told.admitted()).hasSize(4).doesNotHaveDuplicates();
  }

  @Test
  void theAccountsConcurrencyHoldsForAllItsCampaignsTogether() throws InterruptedException {
    books.write("update carrier_account set concurrency = 4", Map.of());
    queue(books.campaign(50, 100), 5);
    queue(books.campaign(50, 100), 5);

    look();
    look();

    assertThat(told.admitted()).hasSize(4);
  }

  @Test
  void noMoreAreAdmittedThanThePaceLetsThroughSoon() throws InterruptedException {
    queue(books.campaign(5, 100), 20);

    assertThat(look().admitted()).isEqualTo(3);
    assertThat(look().admitted()).isZero();
  }

  @Test
  void noMoreAreAdmittedThanTheBudgetCoversAtWorst() throws InterruptedException {
    var campaign = books.campaign(50, 100);
    budget(campaign, "1.30");
    queue(campaign, 5);

    assertThat(look().admitted()).isEqualTo(2);
    assertThat(look()).isEqualTo(new PostgresDialPump.Tick(0, 0, 0, false, false));
    endAll(campaign, 30);
    assertThat(look().admitted()).isEqualTo(1);
    endAll(campaign, 300);
    assertThat(look().admitted()).isEqualTo(1);
    assertThat(look().denied()).isZero();
  }

  @Test
  void whoIsLeftWhenTheBudgetIsUsedIsNotCalled() throws InterruptedException {
    var campaign = books.campaign(50, 100);
    budget(campaign, "0.60");
    queue(campaign, 2);
    assertThat(look().admitted()).isEqualTo(1);
    endAll(campaign, 60);

    assertThat(look().denied()).isEqualTo(1);

    assertThat(
            books.value(
                "select outcome || ' ' || reason from outcome where campaign_id = ?", campaign))
        .isEqualTo("NOT_CALLABLE BUDGET_USED");
  }

  @Test
  void whileNobodyKnowsThePriceACampaignWithABudgetWaits() throws InterruptedException {
    var campaign = books.campaign(50, 100);
    budget(campaign, "1.30");
    queue(campaign, 2);
    var priceless = pump(new Spending(database.jdbc(), new CallPrice(null)));

    assertThat(priceless.look(database.account(), epoch))
        .isEqualTo(new PostgresDialPump.Tick(0, 0, 0, false, false));
    assertThat(books.read("select 1 from outcome")).isEmpty();
    assertThat(look().admitted()).isEqualTo(2);
  }

  private void budget(UUID campaign, String dollars) {
    books.write(
        "update campaign set budget = jsonb_build_object('amount', cast(:d as text), 'currency',"
            + " 'USD') where id = :c",
        Map.of("c", campaign, "d", dollars));
  }

  private void endAll(UUID campaign, int seconds) {
    books.write(
        "update call set state = 'ENDED', disposition = 'ANSWERED', duration_seconds = :s where"
            + " campaign_id = :c and state <> 'ENDED'",
        Map.of("c", campaign, "s", seconds));
  }

  @Test
  void aSlowCampaignIsAdmittedShortlyBeforeItsSlot() throws InterruptedException {
    var campaign = books.campaign(0.1, 100);
    queue(campaign, 2);
    books.write(
        "update campaign set next_slot_at = cast(:now as timestamptz) + interval '9 seconds'",
        Map.of());

    assertThat(look().admitted()).isZero();
    database.clock().advance(Duration.ofMillis(8600));
    assertThat(look().admitted()).isEqualTo(1);
  }

  @Test
  void anAdmittedCallHoldsAPermitAndIsFoundByItsRoute() throws InterruptedException {
    var campaign = books.campaign(5, 100);
    var contact = books.contact();
    var call = books.queued(campaign, contact);

    look();

    assertThat(books.callState(call)).isEqualTo("RESERVED");
    assertThat(books.read("select 1 from dial_queue")).isEmpty();
    assertThat(books.read("select 1 from call_route where call_id = ?", call)).hasSize(1);
    assertThat(books.value("select state from journey where contact_id = ?", contact))
        .isEqualTo("ACTIVE");
    assertThat(books.value("select receipt ->> 'allowed' from call where id = ?", call))
        .isEqualTo("true");
    var journey = told.journeys().getFirst();
    assertThat(journey.steps()).containsExactly(new Step.Call());
    assertThat(journey.maxAttempts()).isEqualTo(3);
    assertThat(journey.redial().waits())
        .containsExactly(Map.entry(Disposition.BUSY, List.of(Duration.ofSeconds(2))));
  }

  @Test
  void aSingleCallStartsItsOwnWorkflow() throws InterruptedException {
    var call = books.queued(null, books.contact(), 2, 1);

    look();

    assertThat(told.started()).containsExactly(call);
  }

  @Test
  void pumpsThatRunTogetherAdmitNobodyTwice() throws InterruptedException, ExecutionException {
    queue(books.campaign(1000, 100), 40);
    books.write("update carrier_account set calls_per_second = 1000", Map.of());
    var begin = new CountDownLatch(1);

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all =
          IntStream.range(0, 4)
              .mapToObj(_ ->
                  threads.submit(() -> {
                    begin.await();
                    return pump().look(database.account(), epoch);
                  }))
              .toList();
      begin.countDown();
      for (var one : all) {
        one.get();
      }
    }
    assertThat(told.admitted()).hasSize(40).doesNotHaveDuplicates();
  }

  @Test
  void anOlderPumpAdmitsNobody() throws InterruptedException {
    queue(books.campaign(5, 100), 1);
    takeLease();

    var tick = look();

    assertThat(tick.fenced()).isTrue();
    assertThat(told.admitted()).isEmpty();
  }

  @Test
  void aRunningPumpEndsWhenAnotherTakesOver() throws InterruptedException, ExecutionException {
    queue(books.campaign(5, 1), 1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = threads.submit(() -> pump.run(database.account()));
      beating.await();
      while (told.admitted().isEmpty()) {
        Thread.onSpinWait();
      }
      takeLease();
      end(told.admitted().getFirst());
      queue(books.campaign(5, 100), 1);

      assertThat(running.get().admitted()).isEqualTo(1);
    }
  }

  @Test
  void onlyRunningCampaignsThatHaveBegunAreCalledFor() throws InterruptedException {
    var paused = books.campaign(5, 100);
    var later = books.campaign(5, 100);
    queue(paused, 1);
    queue(later, 1);
    books.write("update campaign set state = 'PAUSED' where id = :c", Map.of("c", paused));
    books.write(
        """
        update campaign set start_at = cast(:now as timestamptz) + interval '1 hour' where id = :c
        """,
        Map.of("c", later));

    assertThat(look().admitted()).isZero();
    database.clock().advance(Duration.ofHours(1));
    assertThat(look().admitted()).isEqualTo(1);
  }

  @Test
  void promisedCallbacksComeFirst() throws InterruptedException {
    var campaign = books.campaign(1, 100);
    books.queued(campaign, books.contact(), 3, 1);
    var promised = books.queued(campaign, books.contact(), 1, 1);

    look();

    assertThat(told.admitted()).containsExactly(promised);
  }

  @Test
  void whoIsSuppressedIsNotCallableAndTheLastOneEndsTheCampaign() throws InterruptedException {
    var campaign = books.campaign(5, 100);
    var contact = books.contact();
    books.suppress(contact, true);
    database.clock().advance(Duration.ofSeconds(1));
    books.write("update campaign set started_at = :now", Map.of());
    books.queued(campaign, contact);

    assertThat(look().denied()).isEqualTo(1);

    assertThat(books.value("select outcome from outcome where contact_id = ?", contact))
        .isEqualTo("NOT_CALLABLE");
    assertThat(books.value("select reason from outcome where contact_id = ?", contact))
        .isEqualTo("SUPPRESSED");
    assertThat(books.value("select state from journey where contact_id = ?", contact))
        .isEqualTo("DONE");
    assertThat(books.read("select 1 from call")).isEmpty();
    assertThat(told.done()).containsExactly(campaign);
    assertThat(told.stopped()).isEmpty();
  }

  @Test
  void whoAskedForSilenceSinceTheStartHasOptedOutAndAStartedJourneyIsStopped()
      throws InterruptedException {
    var campaign = books.campaign(5, 100);
    var contact = books.contact();
    books.queued(campaign, contact, 3, 2);
    books.queued(campaign, books.contact());
    books.suppress(contact, true);

    look();

    assertThat(books.value("select outcome from outcome where contact_id = ?", contact))
        .isEqualTo("OPTED_OUT");
    assertThat(told.stopped()).containsExactly(contact);
    assertThat(told.done()).isEmpty();
  }

  @Test
  void aJourneyThatCouldNotBeStoppedIsStoppedTheNextTime() throws InterruptedException {
    var contact = books.contact();
    books.queued(books.campaign(5, 100), contact, 3, 2);
    books.suppress(contact, false);
    told.away(true);
    look();
    told.away(false);

    look();

    assertThat(told.stopped()).containsExactly(contact);
  }

  @Test
  void usedUpAttemptsMeanNotReachedAndNotThatNobodyMayCall() throws InterruptedException {
    var campaign = books.campaign(5, 100);
    var contact = books.contact();
    for (int i = 0; i < 3; i++) {
      end(books.call(campaign, contact, CallState.RINGING));
    }
    books.queued(campaign, contact, 3, 4);

    look();

    assertThat(books.value("select outcome || ' ' || reason from outcome"))
        .isEqualTo("NOT_REACHED ATTEMPTS_USED");
  }

  @Test
  void whoMayNotBeCalledNowWaitsForTheHours() throws InterruptedException {
    var contact = books.contact();
    database.clock().set(Instant.parse("2026-06-03T01:00:00Z"));
    var call = books.queued(books.campaign(5, 100), contact);

    assertThat(look().deferred()).isEqualTo(1);

    var opens = Instant.parse("2026-06-03T13:00:00Z");
    assertThat(
            books.value("select next_attempt_at = ?::timestamptz from journey", opens.toString()))
        .isEqualTo("t");
    assertThat(books.value("select receipt ->> 'allowed' from journey")).isEqualTo("false");
    assertThat(look().deferred()).isZero();
    database.clock().set(opens);
    assertThat(look().admitted()).isEqualTo(1);
    assertThat(told.admitted()).containsExactly(call);
  }

  @Test
  void aNumberThatIsBeingCalledWaits() throws InterruptedException {
    var contact = books.contact();
    books.queued(books.campaign(5, 100), contact);
    books.queued(books.campaign(5, 100), contact);

    var tick = look();

    assertThat(tick.admitted()).isEqualTo(1);
    assertThat(tick.deferred()).isEqualTo(1);
  }

  @Test
  void aSingleCallThatIsForbiddenForGoodEndsAsDenied() throws InterruptedException {
    var contact = books.contact();
    books.suppress(contact, false);
    var call = books.queued(null, contact, 2, 1);

    look();

    assertThat(
            books.value(
                "select concat_ws(' ', state, disposition, outcome) from call where id = ?", call))
        .isEqualTo("ENDED DENIED NOT_CALLABLE");
    assertThat(told.started()).isEmpty();
  }

  @Test
  void aLostAdmissionIsSentAgainAfterTenSeconds() throws InterruptedException {
    told.away(true);
    var call = books.queued(books.campaign(5, 100), books.contact());
    assertThat(look().admitted()).isEqualTo(1);
    told.away(false);

    database.clock().advance(Duration.ofSeconds(9));
    look();
    assertThat(told.admitted()).isEmpty();

    database.clock().advance(Duration.ofSeconds(1));
    look();
    look();
    assertThat(told.admitted()).containsExactly(call);
  }

  @Test
  void aTextToFallBackOnIsTheStepAfterTheCall() throws InterruptedException {
    var campaign = books.campaign(5, 100);
    books.write("update campaign set sms_fallback = 'Call us'", Map.of());
    queue(campaign, 1);

    look();

    assertThat(told.journeys().getFirst().steps())
        .containsExactly(new Step.Call(), new Step.Sms("Call us"));
  }

  private void queue(UUID campaign, int people) {
    IntStream.range(0, people).forEach(_ -> books.queued(campaign, books.contact()));
  }

  private void end(UUID call) {
    books.write(
        "update call set state = 'ENDED', disposition = 'BUSY' where id = :call",
        Map.of("call", call));
  }

  private PostgresDialPump.Tick look() throws InterruptedException {
    return pump.look(database.account(), epoch);
  }

  private long takeLease() {
    return database
        .transactions()
        .in(TestDatabase.TENANT, () -> lease.take(database.account().accountId()));
  }

  private PostgresDialPump pump() {
    return pump(TestRules.spending(database));
  }

  private PostgresDialPump pump(Spending spending) {
    var jdbc = database.jdbc();
    var json = database.jsonb();
    var outcomes = new Outcomes(jdbc, books.events());
    var starts = new JourneyStarts(jdbc, json);
    return new PostgresDialPump(
        database.transactions(),
        lease,
        new Openings(jdbc, spending),
        new DueRows(jdbc),
        new Admission(
            database.transactions(),
            lease,
            new DialQueue(jdbc),
            new AdmissionRows(jdbc, json, outcomes, books.events()),
            TestRules.deciding(database, spending),
            json,
            database.clock()),
        starts,
        new Announcing(database.transactions(), starts, outcomes, told, told),
        database.listening(),
        _ -> beating.countDown(),
        database.clock());
  }
}
