package dev.carillon.compliance;

import static dev.carillon.compliance.DialFixtures.CURRENT;
import static dev.carillon.compliance.DialFixtures.NEW_YORKER;
import static dev.carillon.compliance.DialFixtures.NOON_IN_NEW_YORK;
import static dev.carillon.compliance.DialFixtures.aCampaign;
import static dev.carillon.compliance.DialFixtures.aCampaignWith;
import static dev.carillon.compliance.DialFixtures.aConsent;
import static dev.carillon.compliance.DialFixtures.aContact;
import static dev.carillon.compliance.DialFixtures.aContactIn;
import static dev.carillon.compliance.DialFixtures.aRequest;
import static dev.carillon.compliance.DialFixtures.aRequestTo;
import static dev.carillon.compliance.DialFixtures.aSimulatedCarrier;
import static dev.carillon.compliance.DialFixtures.facts;
import static dev.carillon.compliance.DialFixtures.factsWith;
import static dev.carillon.compliance.DialFixtures.rules;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.phone.PhoneNumber;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionsTest {
  private static final Instant NIGHT = Instant.parse("2026-11-21T03:00:00Z");
  private static final Instant NEXT_MORNING = Instant.parse("2026-11-21T14:01:00Z");

  @Test
  void aCallThatBreaksNoRuleIsAllowedAndSaysWhy() {
    Decision decision = decide(facts(), NOON_IN_NEW_YORK);

    assertThat(decision).isInstanceOf(Decision.Allowed.class);
    Receipt receipt = decision.receipt();
    assertThat(receipt.reasons()).hasSize(rules().rules().size());
    assertThat(receipt.reasons()).allMatch(r -> r.verdict() == Receipt.Verdict.PASSED);
    assertThat(receipt.zones())
        .containsExactly(
            new Receipt.Zone("America/New_York", ZoneSource.AREA_CODE),
            new Receipt.Zone("America/New_York", ZoneSource.NUMBER_PREFIX));
    assertThat(receipt.localTimes())
        .containsExactly(new Receipt.LocalMoment("America/New_York", "2026-11-20T12:00:00-05:00"));
    assertThat(receipt.capsUsed()).containsExactly(new Receipt.CapUse("campaign attempts", 0, 3));
    assertThat(receipt.notBefore()).isNull();
  }

  @Test
  void aReceiptNeverContainsTheNumber() {
    String receipt = decide(facts(), NIGHT).receipt().toString();

    assertThat(receipt).doesNotContain(NEW_YORKER.e164()).doesNotContain("8120000");
  }

  @Test
  void theSameQuestionHasTheSameAnswerWhereverTheMachineStands() {
    var here = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
      Decision inTokyo = decide(facts(), NIGHT);
      TimeZone.setDefault(TimeZone.getTimeZone("UTC"));

      assertThat(decide(facts(), NIGHT)).isEqualTo(inTokyo);
    } finally {
      TimeZone.setDefault(here);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"+18765551234", "+442079460018", "+18008662453", "+12125550123"})
  void aNumberThatMayNotBeCalledStaysSo(String number) {
    Decision decision =
        decide(aRequestTo(PhoneNumber.of(number)), factsIn("America/New_York"), NOON_IN_NEW_YORK);

    assertThat(codes(decision)).contains(DenialCode.DESTINATION_NOT_ALLOWED);
    assertThat(notBefore(decision)).isNull();
  }

  @ParameterizedTest
  @CsvSource({"ALL, true", "VOICE, true", "SMS, false"})
  void anOptOutHoldsForItsChannel(Channel scope, boolean denied) {
    var facts = new DialFacts(aSimulatedCarrier(), aContact(), null, List.of(scope), false);

    Decision decision = decide(facts, NOON_IN_NEW_YORK);

    assertThat(codes(decision).contains(DenialCode.SUPPRESSED)).isEqualTo(denied);
    assertThat(decision.receipt().allowed()).isEqualTo(!denied);
  }

  @Test
  void aSecondCallWaitsForTheFirst() {
    var facts = new DialFacts(aSimulatedCarrier(), aContact(), null, List.of(), true);

    Decision decision = decide(facts, NOON_IN_NEW_YORK);

    assertThat(codes(decision)).containsExactly(DenialCode.LIVE_CALL);
    assertThat(notBefore(decision)).isEqualTo(NOON_IN_NEW_YORK.plus(Duration.ofMinutes(1)));
  }

  @ParameterizedTest
  @CsvSource({"2, true", "3, false", "4, false"})
  void noMoreAttemptsThanTheCampaignNames(int attempts, boolean allowed) {
    var campaign = new DialFacts.Campaign(attempts, 3, null, null, null);

    Decision decision = decide(factsWith(campaign), NOON_IN_NEW_YORK);

    assertThat(decision.receipt().allowed()).isEqualTo(allowed);
    assertThat(codes(decision).contains(DenialCode.ATTEMPTS_USED)).isEqualTo(!allowed);
  }

  @ParameterizedTest
  @CsvSource({"9.40, 0.60, true", "9.41, 0.60, false"})
  void aBudgetCoversTheMostThatACallMayCost(BigDecimal used, BigDecimal most, boolean allowed) {
    var budget = new DialFacts.Budget(new BigDecimal("10.00"), used, most);
    var campaign = new DialFacts.Campaign(0, 3, null, null, budget);

    Decision decision = decide(factsWith(campaign), NOON_IN_NEW_YORK);

    assertThat(decision.receipt().allowed()).isEqualTo(allowed);
    assertThat(codes(decision).contains(DenialCode.BUDGET_USED)).isEqualTo(!allowed);
    assertThat(decision.receipt().notBefore()).isNull();
  }

  @Test
  void aCampaignWithABudgetWaitsUntilThePriceIsKnown() {
    var budget = new DialFacts.Budget(new BigDecimal("10.00"), BigDecimal.ZERO, null);
    var campaign = new DialFacts.Campaign(0, 3, null, null, budget);

    Decision decision = decide(factsWith(campaign), NOON_IN_NEW_YORK);

    assertThat(codes(decision)).containsExactly(DenialCode.PRICE_UNKNOWN);
    assertThat(notBefore(decision)).isEqualTo(NOON_IN_NEW_YORK.plus(Duration.ofMinutes(1)));
    assertThat(decision.receipt().reasons())
        .anyMatch(reason -> reason.detail().contains("CARILLON_PRICE_PER_MINUTE"));
  }

  @Test
  void anEndedCampaignCallsNobody() {
    Decision over = decide(factsWith(aCampaignWith(null, NOON_IN_NEW_YORK)), NOON_IN_NEW_YORK);

    assertThat(codes(over)).containsExactly(DenialCode.CAMPAIGN_OVER);
    assertThat(notBefore(over)).isNull();
  }

  @Test
  void whoeverCannotBeCalledBeforeTheEndIsNotKeptWaiting() {
    var tooShort = aCampaignWith(null, NEXT_MORNING);
    var longEnough = aCampaignWith(null, NEXT_MORNING.plusSeconds(1));

    assertThat(notBefore(decide(factsWith(tooShort), NIGHT))).isNull();
    assertThat(notBefore(decide(factsWith(longEnough), NIGHT))).isEqualTo(NEXT_MORNING);
  }

  @Test
  void withoutConsentThereIsNoCall() {
    var contact = new DialFacts.Contact(List.of(), null, null, null);

    assertThat(codes(decide(factsWith(contact), NOON_IN_NEW_YORK)))
        .containsExactly(DenialCode.CONSENT_MISSING);
  }

  @Test
  void aConsentCountsOnlyForItsChannelAndWhileItHolds() {
    Instant given = Instant.parse("2026-01-01T00:00:00Z");
    var bySms = new Consent(ConsentKind.EXPRESS, Channel.SMS, "form", given, null, null);
    var revoked =
        new Consent(ConsentKind.EXPRESS, Channel.ALL, "form", given, null, NOON_IN_NEW_YORK);
    Instant later = NOON_IN_NEW_YORK.plusSeconds(1);
    var early = new Consent(ConsentKind.EXPRESS, Channel.ALL, "form", later, null, null);

    for (Consent consent : List.of(bySms, revoked, early)) {
      var contact = new DialFacts.Contact(List.of(consent), null, null, null);
      assertThat(codes(decide(factsWith(contact), NOON_IN_NEW_YORK)))
          .containsExactly(DenialCode.CONSENT_MISSING);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-14T14:00:59Z, false",
    "2026-01-14T14:01:00Z, true",
    "2026-01-15T00:57:59Z, true",
    "2026-01-15T00:58:00Z, false",
    "2026-07-15T13:00:59Z, false",
    "2026-07-15T13:01:00Z, true",
    "2026-07-15T23:57:59Z, true",
    "2026-07-15T23:58:00Z, false"
  })
  void hoursAreTheWallClocksClearOfBothEnds(Instant now, boolean allowed) {
    assertThat(decide(facts(), now).receipt().allowed()).isEqualTo(allowed);
  }

  @Test
  void atNightTheNextMorningIsNamed() {
    Decision decision = decide(facts(), NIGHT);

    assertThat(codes(decision)).containsExactly(DenialCode.OUTSIDE_WINDOW);
    assertThat(notBefore(decision)).isEqualTo(NEXT_MORNING);
    assertThat(decide(facts(), NEXT_MORNING).receipt().allowed()).isTrue();
  }

  @Test
  void aStatedZoneNarrowsTheHours() {
    var inLosAngeles = factsIn("America/Los_Angeles");

    assertThat(decide(inLosAngeles, NOON_IN_NEW_YORK.plusSeconds(60)).receipt().allowed()).isTrue();
    assertThat(decide(inLosAngeles, Instant.parse("2026-11-20T16:30:00Z")).receipt().allowed())
        .isFalse();
    assertThat(notBefore(decide(inLosAngeles, NIGHT)))
        .isEqualTo(Instant.parse("2026-11-21T17:01:00Z"));
  }

  @Test
  void anAddressNarrowsTheHours() {
    var byRegion = new DialFacts.Contact(List.of(aConsent()), null, "US-CA", null);
    var byZip = new DialFacts.Contact(List.of(aConsent()), null, null, "90012");

    for (var contact : List.of(byRegion, byZip)) {
      assertThat(decide(factsWith(contact), Instant.parse("2026-11-20T16:30:00Z")).receipt())
          .returns(false, Receipt::allowed);
    }
  }

  @Test
  void hoursThatNeverMeetNameNoMoment() {
    var request = aRequestTo(PhoneNumber.of("+16716461234"));
    var facts = factsIn("America/Sao_Paulo");

    assertThat(notBefore(decide(request, facts, NOON_IN_NEW_YORK))).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"+18008662453", "+18765551234", "+79031234567"})
  void aNumberOfNowhereIsNotCalled(String number) {
    Decision decision = decide(aRequestTo(PhoneNumber.of(number)), facts(), NOON_IN_NEW_YORK);

    assertThat(codes(decision)).contains(DenialCode.ZONE_UNKNOWN);
    assertThat(decision.receipt().zones()).isEmpty();
  }

  @Test
  void anAreaCodeThatTheLibraryDoesNotKnowIsPlacedByTheTable() {
    var zones = new Zones(rules().zones(), CURRENT);

    assertThat(zones.of(PhoneNumber.of("+13574424321"), aContact()).distinct())
        .extracting(Object::toString)
        .containsExactly("America/Los_Angeles");
  }

  @Test
  void mobilesOfACountryWithOneClockArePlacedAndOthersNot() {
    var zones = new Zones(rules().zones(), CURRENT);

    assertThat(zones.of(PhoneNumber.of("+447400123456"), aContact()).known()).isTrue();
    assertThat(zones.of(PhoneNumber.of("+61412345678"), aContact()).known()).isFalse();
  }

  @Test
  void aCampaignWindowNarrowsDaysAndHours() {
    var window =
        Window.on(EnumSet.of(Weekday.MON, Weekday.TUE), LocalTime.of(10, 0), LocalTime.of(12, 0));
    var facts = factsWith(aCampaignWith(window, null));

    Decision friday = decide(facts, NOON_IN_NEW_YORK);

    assertThat(codes(friday)).containsExactly(DenialCode.OUTSIDE_CAMPAIGN_WINDOW);
    assertThat(notBefore(friday)).isEqualTo(Instant.parse("2026-11-23T15:01:00Z"));
    assertThat(decide(facts, Instant.parse("2026-11-23T15:01:00Z")).receipt().allowed()).isTrue();
  }

  @Test
  void aCampaignWindowDoesNotWidenTheHours() {
    var window = Window.daily(LocalTime.of(6, 0), LocalTime.of(23, 0));

    Decision decision = decide(factsWith(aCampaignWith(window, null)), NIGHT);

    assertThat(notBefore(decision)).isEqualTo(NEXT_MORNING);
  }

  @ParameterizedTest
  @CsvSource({
    "2027-03-14T02:00:00Z, 2027-03-14T13:01:00Z",
    "2026-11-01T02:00:00Z, 2026-11-01T14:01:00Z",
    "2026-11-02T02:00:00Z, 2026-11-02T14:01:00Z"
  })
  void aChangeOfTheClockMovesTheMorning(Instant now, Instant morning) {
    assertThat(notBefore(decide(facts(), now))).isEqualTo(morning);
  }

  @Test
  void phoenixKeepsItsClock() {
    var request = aRequestTo(PhoneNumber.of("+14804424321"));

    assertThat(notBefore(decide(request, facts(), Instant.parse("2026-07-15T10:00:00Z"))))
        .isEqualTo(Instant.parse("2026-07-15T16:01:00Z"));
  }

  @Test
  void underAnOldDatabaseVancouverHasBothClocks() {
    var request = aRequestTo(PhoneNumber.of("+16044424321"));
    Instant lateByTheNewClock = Instant.parse("2026-11-21T03:30:00Z");

    Decision old = decide(request, lateByTheNewClock, "2026a");

    assertThat(codes(old)).containsExactly(DenialCode.OUTSIDE_WINDOW);
    assertThat(old.receipt().zones())
        .contains(new Receipt.Zone("Etc/GMT+7", ZoneSource.CORRECTION));
    assertThat(decide(request, lateByTheNewClock, "2026b").receipt().zones())
        .extracting(Receipt.Zone::source)
        .doesNotContain(ZoneSource.CORRECTION);
  }

  @Test
  void aDatabaseBelowTheMinimumDialsNothing() {
    Decision decision = decide(aRequest(), NOON_IN_NEW_YORK, "2025a");

    assertThat(codes(decision)).containsExactly(DenialCode.TIME_ZONE_RULES_OUTDATED);
    assertThat(notBefore(decision)).isEqualTo(NOON_IN_NEW_YORK.plus(Duration.ofHours(1)));
  }

  @Test
  void theInstalledDatabaseIsRecentEnough() {
    assertThat(ZoneRulesVersion.installed().atLeast("2025b")).isTrue();
  }

  @Test
  void aRealCarrierCallsNobodyByAccident() {
    var none = AllowedNumbers.none();

    Decision trial = decide(factsWith(new DialFacts.Guard(false, false, none)), NOON_IN_NEW_YORK);
    Decision live = decide(factsWith(new DialFacts.Guard(false, true, none)), NOON_IN_NEW_YORK);

    assertThat(codes(trial)).containsExactly(DenialCode.CARRIER_NOT_LIVE);
    assertThat(live.receipt().allowed()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"true, false", "false, false", "false, true"})
  void withAListNoOtherNumberIsCalled(boolean loopback, boolean live) {
    var guard = new DialFacts.Guard(loopback, live, new AllowedNumbers(List.of("+13105550000")));

    assertThat(codes(decide(factsWith(guard), NOON_IN_NEW_YORK)))
        .containsExactly(DenialCode.NOT_A_TEST_NUMBER);
  }

  @Test
  void theOperatorsOwnPhoneIsExemptFromHoursAndConsent() {
    var contact = new DialFacts.Contact(List.of(), null, null, null);
    var window = Window.on(EnumSet.of(Weekday.SUN), LocalTime.of(10, 0), LocalTime.of(11, 0));
    var facts = new DialFacts(ownPhone(), contact, aCampaignWith(window, null), List.of(), false);

    Decision decision = decide(facts, NIGHT);

    assertThat(decision).isInstanceOf(Decision.Allowed.class);
    assertThat(decision.receipt().reasons())
        .filteredOn(r -> r.verdict() == Receipt.Verdict.EXEMPT)
        .extracting(Receipt.Reason::ruleId)
        .containsExactly("CONSENT", "ZONE-RULES", "ZONE", "HOURS", "CAMPAIGN-HOURS");
  }

  @Test
  void theOperatorsOwnPhoneIsNotExemptFromTheRest() {
    var used = new DialFacts.Campaign(3, 3, null, NIGHT, null);
    var facts = new DialFacts(ownPhone(), aContact(), used, List.of(Channel.ALL), true);

    assertThat(codes(decide(facts, NIGHT)))
        .containsExactly(
            DenialCode.SUPPRESSED,
            DenialCode.LIVE_CALL,
            DenialCode.ATTEMPTS_USED,
            DenialCode.CAMPAIGN_OVER);
  }

  @Test
  void theOperatorsOwnPhoneDoesNotWaitForTheMorning() {
    var facts = new DialFacts(ownPhone(), aContact(), aCampaign(), List.of(), true);

    assertThat(notBefore(decide(facts, NIGHT))).isEqualTo(NIGHT.plus(Duration.ofMinutes(1)));
  }

  @Test
  void aRuleHoldsOnlyForWhatItsScopeSays() {
    var requirement = new Requirement.ConsentGiven(ConsentKind.EXPRESS_WRITTEN);
    var marketing = new Rule.Scope(Set.of(CallNature.MARKETING), Set.of(), null, null);
    var canada = new Rule.Scope(Set.of(), Set.of("CA"), null, null);
    var past = new Rule.Scope(Set.of(), Set.of(), null, LocalDate.of(2026, 11, 20));
    var future = new Rule.Scope(Set.of(), Set.of(), LocalDate.of(2026, 11, 21), null);
    var today = new Rule.Scope(Set.of(), Set.of("US"), LocalDate.of(2026, 11, 20), null);
    var rules =
        new RuleSet(
            "scoped",
            List.of(
                new Rule("MARKETING", "c", marketing, requirement),
                new Rule("CANADA", "c", canada, requirement),
                new Rule("PAST", "c", past, requirement),
                new Rule("FUTURE", "c", future, requirement),
                new Rule("TODAY", "c", today, requirement)),
            rules().zones());

    Decision decision = Decisions.decide(aRequest(), facts(), rules, NOON_IN_NEW_YORK);

    assertThat(decision.receipt().reasons())
        .extracting(Receipt.Reason::ruleId)
        .containsExactly("TODAY");
  }

  @ParameterizedTest
  @EnumSource(Weekday.class)
  void aWindowOfOneDayIsFoundWithinTheWeek(Weekday day) {
    var window = Window.on(EnumSet.of(day), LocalTime.of(10, 0), LocalTime.of(12, 0));

    Decision decision = decide(factsWith(aCampaignWith(window, null)), NIGHT);

    assertThat(notBefore(decision)).isBetween(NIGHT, NIGHT.plus(Duration.ofDays(8)));
    Instant then = Objects.requireNonNull(notBefore(decision));
    assertThat(decide(factsWith(aCampaignWith(window, null)), then).receipt().allowed()).isTrue();
  }

  private static DialFacts factsIn(String zone) {
    return factsWith(aContactIn(zone));
  }

  private static DialFacts.Guard ownPhone() {
    return new DialFacts.Guard(false, false, new AllowedNumbers(List.of(NEW_YORKER.e164())));
  }

  private static Decision decide(DialFacts facts, Instant now) {
    return decide(aRequest(), facts, now);
  }

  private static Decision decide(DialRequest request, DialFacts facts, Instant now) {
    return Decisions.decide(request, facts, rules(), now, CURRENT);
  }

  private static Decision decide(DialRequest request, Instant now, String database) {
    return Decisions.decide(request, facts(), rules(), now, new ZoneRulesVersion(database));
  }

  private static List<DenialCode> codes(Decision decision) {
    return switch (decision) {
      case Decision.Allowed _ -> List.of();
      case Decision.Denied denied ->
          denied.reasons().stream().map(r -> Objects.requireNonNull(r.code())).toList();
    };
  }

  private static @Nullable Instant notBefore(Decision decision) {
    return decision.receipt().notBefore();
  }
}
