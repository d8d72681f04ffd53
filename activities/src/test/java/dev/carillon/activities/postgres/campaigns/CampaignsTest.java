package dev.carillon.activities.postgres.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.activities.postgres.Books;
import dev.carillon.activities.postgres.TestDatabase;
import dev.carillon.call.CallPurpose;
import dev.carillon.call.CallState;
import dev.carillon.call.Disposition;
import dev.carillon.call.Outcome;
import dev.carillon.campaign.CampaignState;
import dev.carillon.campaign.RedialPolicy;
import dev.carillon.campaign.Step;
import dev.carillon.compliance.Weekday;
import dev.carillon.compliance.Window;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class CampaignsTest {
  @AutoClose private static final TestDatabase database = TestDatabase.fresh();
  private static final Books books = new Books(database);

  private final Campaigns campaigns =
      new Campaigns(
          database.jdbc(),
          new CampaignRows(database.jsonb()),
          books.events(),
          database.ids(),
          database.clock());
  private final Journeys journeys = new Journeys(database.jdbc());

  @Test
  void aCampaignIsReadBackAsItWasPlanned() {
    var plan = plan();

    var made = create(plan, new People.Contacts(List.of(books.contact())));

    assertThat(made.plan()).isEqualTo(plan);
    assertThat(made.state()).isEqualTo(CampaignState.DRAFT);
    assertThat(in(() -> campaigns.find(made.id()))).contains(made);
  }

  @Test
  void aCampaignThatNamesNothingHasTheDefaults() {
    var made = create(usual(), new People.Contacts(List.of()));

    assertThat(made.plan()).isEqualTo(usual());
    assertThat(made.plan().maxAttempts()).isEqualTo(3);
    assertThat(made.plan().concurrency()).isEqualTo(5);
  }

  @Test
  void thereIsOneCampaignPerScheduleAndDate() {
    var origin =
        new Campaigns.Origin(
            TestDatabase.TENANT,
            database.account().accountId(),
            null,
            database.ids().next(),
            LocalDate.of(2026, 6, 3));

    assertThat(in(() -> campaigns.create(origin, usual(), new People.Contacts(List.of()))))
        .isPresent();
    assertThat(in(() -> campaigns.create(origin, usual(), new People.Contacts(List.of()))))
        .isEmpty();
  }

  @Test
  void deletedPeopleAreLeftOutAndNobodyIsInItTwice() {
    var one = books.contact();
    var deleted = books.contact();
    books.write("update contact set deleted_at = :now where id = :c", Map.of("c", deleted));

    var made = create(usual(), new People.Contacts(List.of(one, one, deleted)));

    assertThat(counts(made.id())).isEqualTo(new Counts(1, 1, 0, 0, Map.of()));
  }

  @Test
  void everybodyOfAnImportedListIsInIt() {
    var list = database.ids().next();
    books.write(
        "insert into contact_import (id, tenant_id, state, created_at)"
            + " values (:l, :tenant, 'COMPLETED', :now)",
        Map.of("l", list));
    books.write(
        "insert into contact_import_contact (tenant_id, import_id, contact_id)"
            + " values (:tenant, :l, :c)",
        Map.of("l", list, "c", books.contact()));

    var made = create(usual(), new People.ImportedList(list));

    assertThat(counts(made.id()).total()).isEqualTo(1);
  }

  @Test
  void countsAddUpToTheJourneys() {
    var campaign = books.campaign(5, 5);
    books.queued(campaign, books.contact());
    books.call(campaign, books.contact(), CallState.RINGING);
    ended(campaign, Outcome.GOAL_ACHIEVED);
    ended(campaign, Outcome.GOAL_ACHIEVED);
    ended(campaign, Outcome.NOT_REACHED);

    assertThat(counts(campaign))
        .isEqualTo(
            new Counts(5, 1, 1, 3, Map.of(Outcome.GOAL_ACHIEVED, 2L, Outcome.NOT_REACHED, 1L)));
  }

  @Test
  void aRedialCallsThoseWithTheNamedOutcomesInANewCampaign() {
    var campaign = books.campaign(5, 5);
    var missed = ended(campaign, Outcome.NOT_REACHED);
    ended(campaign, Outcome.GOAL_ACHIEVED);
    books.queued(campaign, books.contact());

    var again =
        in(() -> campaigns.redial(campaign, "June again", List.of(Outcome.NOT_REACHED)))
            .orElseThrow();

    assertThat(again.parentCampaignId()).isEqualTo(campaign);
    assertThat(again.state()).isEqualTo(CampaignState.DRAFT);
    assertThat(in(() -> journeys.list(again.id(), null, 10)))
        .extracting(Journey::contactId)
        .containsExactly(missed);
    assertThat(counts(campaign).done()).isEqualTo(2);
  }

  @Test
  void aCopyHasTheSamePlanAndPeople() {
    var made = create(plan(), new People.Contacts(List.of(books.contact(), books.contact())));

    var copy = in(() -> campaigns.copy(made.id(), "Copy")).orElseThrow();

    assertThat(copy.plan().name()).isEqualTo("Copy");
    assertThat(copy.plan().redial()).isEqualTo(made.plan().redial());
    assertThat(counts(copy.id()).total()).isEqualTo(2);
  }

  @Test
  void aRunningCampaignCanBeChangedAndOneThatIsOverCannot() {
    var campaign = books.campaign(5, 5);

    assertThat(in(() -> campaigns.change(campaign, plan())).orElseThrow().plan()).isEqualTo(plan());

    books.write("update campaign set state = 'COMPLETED' where id = :c", Map.of("c", campaign));
    assertThat(in(() -> campaigns.change(campaign, usual()))).isEmpty();
  }

  @Test
  void campaignsAreListedNewestFirstPageByPage() {
    database.clock().advance(Duration.ofDays(1));
    var older = create(usual(), new People.Contacts(List.of()));
    database.clock().advance(Duration.ofSeconds(1));
    var newer = create(usual(), new People.Contacts(List.of()));

    var first = in(() -> campaigns.list(null, 1));
    var second = in(() -> campaigns.list(new Campaigns.After(newer.createdAt(), newer.id()), 1));

    assertThat(first).containsExactly(newer);
    assertThat(second).containsExactly(older);
  }

  @Test
  void aJourneyShowsItsAttemptsAndItsOutcome() {
    var campaign = books.campaign(5, 5);
    var contact = books.contact();
    var call = books.call(campaign, contact, CallState.ENDED);
    books.write(
        "update call set disposition = 'BUSY', ended_at = :now where id = :c", Map.of("c", call));

    var journey = in(() -> journeys.list(campaign, null, 10)).getFirst();

    assertThat(journey.state()).isEqualTo(Journey.State.ACTIVE);
    assertThat(journey.outcome()).isNull();
    assertThat(journey.attempts())
        .containsExactly(new Journey.Attempt(call, 1, Disposition.BUSY, books.now(), books.now()));
    assertThat(in(() -> journeys.list(campaign, contact, 10))).isEmpty();
  }

  @Test
  void theLastDecisionIsTheJourneysReceipt() {
    var campaign = books.campaign(5, 5);
    var contact = books.contact();
    var call = books.call(campaign, contact, CallState.ENDED);
    books.write(
        "update call set receipt = '{\"decidedAt\": \"2026-06-02T10:00:00Z\"}' where id = :c",
        Map.of("c", call));
    books.write(
        "update journey set receipt = '{\"decidedAt\": \"2026-06-02T09:00:00Z\"}'"
            + " where contact_id = :c",
        Map.of("c", contact));

    assertThat(in(() -> journeys.receipt(campaign, contact)).orElseThrow()).contains("10:00");
  }

  private static CampaignPlan usual() {
    return CampaignPlan.usual("June", CallPurpose.REMINDER);
  }

  private static CampaignPlan plan() {
    return new CampaignPlan(
        "July",
        CallPurpose.FOLLOW_UP,
        "Ask how it went",
        null,
        4,
        new RedialPolicy(Map.of(Disposition.BUSY, List.of(Duration.ofMinutes(15)))),
        Window.on(List.of(Weekday.MON), LocalTime.of(10, 0), LocalTime.of(12, 30)),
        books.now(),
        books.now().plusSeconds(3600),
        new BigDecimal("0.5"),
        7,
        null,
        "Call us, {name}",
        List.of(new Step.Call(), new Step.Wait(Duration.ofHours(2)), new Step.Sms("Hi")));
  }

  private Campaign create(CampaignPlan plan, People people) {
    var origin = Campaigns.Origin.ofOperator(TestDatabase.TENANT, database.account().accountId());
    return in(() -> campaigns.create(origin, plan, people)).orElseThrow();
  }

  private Counts counts(UUID campaign) {
    return in(() -> campaigns.counts(campaign));
  }

  private static UUID ended(UUID campaign, Outcome outcome) {
    var contact = books.contact();
    books.queued(campaign, contact);
    books.write("update journey set state = 'DONE' where contact_id = :c", Map.of("c", contact));
    books.write(
        """
        insert into outcome (tenant_id, campaign_id, contact_id, outcome, reason, decided_at)
        values (:tenant, :m, :c, :o, 'TEST', :now)
        """,
        Map.of("m", campaign, "c", contact, "o", outcome.name()));
    return contact;
  }

  private static <T> T in(Supplier<T> work) {
    return database.transactions().in(TestDatabase.TENANT, work);
  }
}
