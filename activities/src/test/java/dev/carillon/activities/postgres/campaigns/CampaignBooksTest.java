package dev.carillon.activities.postgres.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.activities.postgres.Books;
import dev.carillon.activities.postgres.TestDatabase;
import dev.carillon.activities.postgres.Told;
import dev.carillon.activities.postgres.dialling.DialQueue;
import dev.carillon.activities.postgres.outcomes.Outcomes;
import dev.carillon.call.CallState;
import dev.carillon.call.Outcome;
import dev.carillon.campaign.CampaignAnswer;
import dev.carillon.campaign.CampaignBook;
import dev.carillon.campaign.CampaignCommand;
import dev.carillon.campaign.CampaignRef;
import dev.carillon.campaign.CampaignState;
import dev.carillon.campaign.CampaignStates;
import dev.carillon.campaign.JourneyBook;
import dev.carillon.conversation.Messaging;
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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CampaignBooksTest {
  @AutoClose private static final TestDatabase database = TestDatabase.fresh();
  private static final Books books = new Books(database);

  private final Told told = new Told();
  private final List<Messaging.OutgoingText> texts = new ArrayList<>();
  private final AtomicBoolean repeated = new AtomicBoolean();
  private final Messaging messaging =
      text -> {
        texts.add(text);
        return Messaging.Delivery.SENT;
      };
  private final Campaigns campaigns =
      new Campaigns(
          database.jdbc(),
          new CampaignRows(database.jsonb()),
          books.events(),
          database.ids(),
          database.clock());
  private final Outcomes outcomes = new Outcomes(database.jdbc(), books.events());
  private final CampaignBook book =
      new PostgresCampaignBook(
          database.transactions(),
          database.jdbc(),
          campaigns,
          new Starting(database.jdbc(), database.clock()),
          new Cancelling(database.transactions(), database.jdbc(), told, database.clock()),
          new OwnerNotice(database.transactions(), database.jdbc(), campaigns, messaging),
          outcomes,
          books.events(),
          repeated::get,
          database.clock());
  private final JourneyBook journeys =
      new PostgresJourneyBook(
          database.transactions(),
          database.jdbc(),
          new DialQueue(database.jdbc()),
          outcomes,
          told,
          messaging,
          database.ids(),
          database.clock());

  @ParameterizedTest
  @EnumSource(CampaignState.class)
  void everyCommandDoesWhatTheStateMachineSaysAndNothingElse(CampaignState from) {
    for (var command : CampaignCommand.values()) {
      var campaign = campaign(from);
      var to = CampaignStates.after(from, command);

      var answer = apply(campaign, command);

      assertThat(answer).isEqualTo(new CampaignAnswer(to.isPresent(), to.orElse(from)));
      assertThat(state(campaign)).isEqualTo(to.orElse(from).name());
    }
  }

  @Test
  void aRepeatedTryOfACommandThatWasDoneIsDone() {
    var campaign = campaign(CampaignState.DRAFT);
    apply(campaign, CampaignCommand.START);

    assertThat(apply(campaign, CampaignCommand.START).done()).isFalse();
    repeated.set(true);
    assertThat(apply(campaign, CampaignCommand.START).done()).isTrue();
  }

  @Test
  void startingQueuesEverybodyOnceUnderIdsOfVersionSeven() {
    var campaign = campaign(CampaignState.DRAFT);
    join(campaign, 25);

    apply(campaign, CampaignCommand.START);
    repeated.set(true);
    apply(campaign, CampaignCommand.START);

    var calls = books.read("select call_id::text from dial_queue where campaign_id = ?", campaign);
    assertThat(calls).hasSize(25).doesNotHaveDuplicates();
    assertThat(calls)
        .map(UUID::fromString)
        .allSatisfy(id -> {
          assertThat(id.version()).isEqualTo(7);
          assertThat(id.variant()).isEqualTo(2);
          assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(books.now().toEpochMilli());
        });
    assertThat(
            books.read(
                "select 1 from journey where campaign_id = ? and next_attempt_at is not null",
                campaign))
        .hasSize(25);
    assertThat(books.read("select type from event where campaign_id = ?", campaign))
        .containsExactly("campaign_started");
  }

  @Test
  void cancellingEndsWhoWaitsAndTellsWhoIsBeingCalled() {
    var campaign = campaign(CampaignState.RUNNING);
    var waiting = books.contact();
    books.queued(campaign, waiting);
    var ringing = books.contact();
    var ringingCall = books.call(campaign, ringing, CallState.RINGING);
    var talking = books.contact();
    books.call(campaign, talking, CallState.IN_PROGRESS);
    var again = books.contact();
    books.call(campaign, again, CallState.ENDED);
    books.queued(campaign, again, 3, 2);
    books.write("update journey set state = 'WAITING' where contact_id = :c", Map.of("c", again));

    apply(campaign, CampaignCommand.CANCEL);

    assertThat(books.read("select 1 from dial_queue where campaign_id = ?", campaign)).isEmpty();
    assertThat(
            books.read(
                "select contact_id::text from outcome where campaign_id = ?"
                    + " and outcome = 'CANCELLED'",
                campaign))
        .containsExactly(waiting.toString());
    assertThat(told.stopped()).containsExactlyInAnyOrder(ringing, talking, again);
    assertThat(told.cancelled()).containsExactly(ringingCall);
  }

  @Test
  void aCancellationThatWasInterruptedGoesOnWhenRepeated() {
    var campaign = campaign(CampaignState.RUNNING);
    books.call(campaign, books.contact(), CallState.RINGING);
    told.away(true);
    try {
      apply(campaign, CampaignCommand.CANCEL);
    } catch (IllegalStateException expected) {
      assertThat(expected).hasMessage("nobody there");
    }

    told.away(false);
    repeated.set(true);
    apply(campaign, CampaignCommand.CANCEL);

    assertThat(told.cancelled()).hasSize(1);
  }

  @Test
  void aCampaignClosesOnlyWhenEveryJourneyHasItsOutcome() {
    var campaign = campaign(CampaignState.RUNNING);
    var one = books.contact();
    var other = books.contact();
    books.queued(campaign, one);
    books.queued(campaign, other);

    finish(campaign, one, Outcome.GOAL_ACHIEVED);
    assertThat(close(campaign)).isEqualTo(new CampaignAnswer(false, CampaignState.RUNNING));
    assertThat(told.done()).isEmpty();

    finish(campaign, other, Outcome.NOT_REACHED);
    assertThat(told.done()).containsExactly(campaign);
    assertThat(close(campaign)).isEqualTo(new CampaignAnswer(true, CampaignState.COMPLETED));
    assertThat(close(campaign)).isEqualTo(new CampaignAnswer(true, CampaignState.COMPLETED));
    assertThat(
            books.read(
                "select 1 from event where campaign_id = ? and type = 'campaign_completed'",
                campaign))
        .hasSize(1);
  }

  @Test
  void aJourneyKeepsItsFirstOutcome() {
    var campaign = campaign(CampaignState.RUNNING);
    var contact = books.contact();
    books.queued(campaign, contact);

    assertThat(finish(campaign, contact, Outcome.GOAL_ACHIEVED)).isEqualTo(Outcome.GOAL_ACHIEVED);
    assertThat(finish(campaign, contact, Outcome.DECLINED)).isEqualTo(Outcome.GOAL_ACHIEVED);

    assertThat(books.read("select outcome from outcome where contact_id = ?", contact))
        .containsExactly("GOAL_ACHIEVED");
    assertThat(books.read("select 1 from dial_queue where contact_id = ?", contact)).isEmpty();
  }

  @Test
  void ofJourneysThatFinishTogetherAtLeastOneTellsTheCampaign()
      throws InterruptedException, ExecutionException {
    var campaign = campaign(CampaignState.RUNNING);
    var contacts = IntStream.range(0, 16).mapToObj(_ -> books.contact()).toList();
    contacts.forEach(contact -> books.queued(campaign, contact));
    var begin = new CountDownLatch(1);

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all =
          contacts.stream()
              .<Callable<Outcome>>map(contact ->
                  () -> {
                    begin.await();
                    return finish(campaign, contact, Outcome.TALKED);
                  })
              .map(threads::submit)
              .toList();
      begin.countDown();
      for (var one : all) {
        assertThat(one.get()).isEqualTo(Outcome.TALKED);
      }
    }

    assertThat(told.done()).isNotEmpty().containsOnly(campaign);
  }

  @Test
  void theNextAttemptIsQueuedOnceHoweverOftenItIsAskedFor() {
    var campaign = campaign(CampaignState.RUNNING);
    var contact = books.contact();
    books.call(campaign, contact, CallState.ENDED);

    assertThat(queue(campaign, contact, Duration.ofMinutes(15), null)).isTrue();
    assertThat(queue(campaign, contact, Duration.ofMinutes(15), null)).isTrue();

    assertThat(books.read("select 1 from dial_queue where contact_id = ?", contact)).hasSize(1);
    assertThat(
            books.value(
                "select not_before = ?::timestamptz from dial_queue where contact_id = ?",
                books.now().plus(Duration.ofMinutes(15)).toString(),
                contact))
        .isEqualTo("t");
    assertThat(books.value("select state from journey where contact_id = ?", contact))
        .isEqualTo("WAITING");
  }

  @Test
  void anAttemptThatWasAdmittedMeanwhileIsNotQueuedAgain() {
    var campaign = campaign(CampaignState.RUNNING);
    var contact = books.contact();
    books.call(campaign, contact, CallState.RESERVED);

    assertThat(queue(campaign, contact, null, books.now())).isTrue();
    assertThat(books.read("select 1 from dial_queue where contact_id = ?", contact)).isEmpty();
  }

  @Test
  void nobodyIsQueuedForACampaignThatIsOver() {
    var campaign = campaign(CampaignState.CANCELLED);
    var contact = books.contact();
    books.call(campaign, contact, CallState.ENDED);

    assertThat(queue(campaign, contact, null, books.now())).isFalse();
    assertThat(books.read("select 1 from dial_queue where contact_id = ?", contact)).isEmpty();
  }

  @Test
  void aJourneysTextNamesThePersonAndIsOnePerStep() {
    var campaign = campaign(CampaignState.RUNNING);
    var contact = books.contact();

    journeys.sendText(
        new JourneyBook.SendText(
            TestDatabase.TENANT, campaign, contact, 2, "{name}, call {business}"));

    assertThat(texts.getFirst().body()).isEqualTo("Ada Byron, call Carillon Garage");
    assertThat(texts.getFirst().dedupeKey())
        .isEqualTo("journey/%s/%s/2".formatted(campaign, contact));
  }

  @Test
  void theOwnerIsToldWhatACampaignCameTo() {
    var campaign = campaign(CampaignState.RUNNING);
    var contact = books.contact();
    books.queued(campaign, contact);
    finish(campaign, contact, Outcome.GOAL_ACHIEVED);
    var ref = new CampaignRef(TestDatabase.TENANT, campaign);

    assertThat(book.tellOwner(ref).done()).isFalse();

    books.write("update business set owner_number = '+12128129999'", Map.of());
    assertThat(book.tellOwner(ref).done()).isTrue();
    books.write("update business set owner_number = null", Map.of());
    assertThat(texts.getFirst().body())
        .isEqualTo("Campaign \"June\" is finished: 1 person, 1 goal achieved.");
    assertThat(texts.getFirst().kind()).isEqualTo(Messaging.Kind.OWNER);
  }

  private CampaignAnswer apply(UUID campaign, CampaignCommand command) {
    return book.apply(
        new CampaignBook.Command(new CampaignRef(TestDatabase.TENANT, campaign), command));
  }

  private CampaignAnswer close(UUID campaign) {
    return book.closeIfDone(new CampaignRef(TestDatabase.TENANT, campaign));
  }

  private Outcome finish(UUID campaign, UUID contact, Outcome outcome) {
    return journeys
        .finish(
            new JourneyBook.Finish(TestDatabase.TENANT, campaign, contact, outcome, "TEST", null))
        .outcome();
  }

  private boolean queue(
      UUID campaign, UUID contact, @Nullable Duration pause, @Nullable Instant notBefore) {
    return journeys
        .queueAttempt(
            new JourneyBook.NextAttempt(
                TestDatabase.TENANT, campaign, contact, 2, pause, notBefore))
        .queued();
  }

  private static UUID campaign(CampaignState state) {
    var campaign = books.campaign(5, 5);
    books.write(
        "update campaign set state = :s where id = :c", Map.of("s", state.name(), "c", campaign));
    return campaign;
  }

  private static void join(UUID campaign, int people) {
    for (int i = 0; i < people; i++) {
      books.write(
          """
          insert into journey (tenant_id, campaign_id, contact_id, state)
          values (:tenant, :m, :c, 'WAITING')
          """,
          Map.of("m", campaign, "c", books.contact()));
    }
  }

  private static String state(UUID campaign) {
    return books.value("select state from campaign where id = ?", campaign);
  }
}
