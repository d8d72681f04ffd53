package dev.carillon.activities.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.compliance.AllowedNumbers;
import dev.carillon.compliance.CallNature;
import dev.carillon.compliance.Channel;
import dev.carillon.compliance.Consent;
import dev.carillon.compliance.ConsentKind;
import dev.carillon.compliance.Decision;
import dev.carillon.compliance.Decisions;
import dev.carillon.compliance.DenialCode;
import dev.carillon.compliance.DialFacts;
import dev.carillon.compliance.DialRequest;
import dev.carillon.compliance.Receipt;
import dev.carillon.compliance.RuleSet;
import dev.carillon.phone.PhoneNumber;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedRulesTest {
  private static final RuleSet RULES = RulesConfiguration.shipped();
  private static final Instant NOON = Instant.parse("2026-11-20T17:00:00Z");
  private static final LocalTime OPENS = LocalTime.of(9, 1);
  private static final LocalTime CLOSES = LocalTime.of(19, 58);

  record Area(String code, Set<String> zones) {}

  static Stream<Area> areas() {
    try (var table = ShippedRulesTest.class.getResourceAsStream("zones-at-least.tsv")) {
      String text =
          new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().flatMap(ShippedRulesTest::areasOf).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("areas")
  void everyZoneOfAnAreaCodeIsACandidate(Area area) {
    assertThat(zones(decided(area, NOON))).containsAll(area.zones());
  }

  @ParameterizedTest
  @MethodSource("areas")
  void nobodyIsCalledASecondBeforeOrAfterTheHours(Area area) {
    for (String day : List.of("2026-01-14", "2026-07-15")) {
      Instant earliest = latestOf(area, LocalDate.parse(day), OPENS);
      Instant latest = earliestOf(area, LocalDate.parse(day), CLOSES);

      assertThat(decided(area, earliest.minusSeconds(1)).receipt().allowed()).isFalse();
      assertThat(decided(area, latest).receipt().allowed()).isFalse();
      if (latest.isAfter(earliest)) {
        assertThat(decided(area, earliest).receipt().allowed()).isTrue();
        assertThat(decided(area, latest.minusSeconds(1)).receipt().allowed()).isTrue();
      }
    }
  }

  @Test
  void wheneverACallIsAllowedItIsDayInEveryZone() {
    var chance = new Random(7);
    for (Area area : areas().toList()) {
      for (int i = 0; i < 8; i++) {
        Instant moment = NOON.plusSeconds(chance.nextLong(365L * 24 * 3600));

        Instant rings =
            switch (decided(area, moment)) {
              case Decision.Allowed _ -> moment;
              case Decision.Denied denied -> Objects.requireNonNull(denied.notBefore());
            };

        assertThat(rings).isBetween(moment, moment.plus(Duration.ofDays(1)));
        for (String zone : zones(decided(area, rings))) {
          LocalTime clock = rings.atZone(ZoneId.of(zone)).toLocalTime();
          assertThat(clock).isBetween(OPENS, CLOSES);
        }
        assertThat(decided(area, rings).receipt().allowed()).isTrue();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "689, America/New_York",
    "448, America/Chicago",
    "364, America/Chicago",
    "930, America/Chicago",
    "458, America/Denver",
    "219, America/Chicago"
  })
  void whatTheLibraryGetsWrongIsCorrected(String code, String zone) {
    assertThat(zones(decided(new Area(code, Set.of()), NOON))).contains(zone);
  }

  @Test
  void vancouverLivesByBothClocksUntilTheDatabaseKnowsItsLaw() {
    var summary = zones(decided(new Area("604", Set.of()), NOON));

    assertThat(summary).contains("America/Vancouver");
    assertThat(RULES.zones().corrections())
        .anySatisfy(c -> {
          assertThat(c.zone().getId()).isEqualTo("America/Vancouver");
          assertThat(NOON.atZone(c.also()).toLocalTime()).isEqualTo(LocalTime.of(10, 0));
        });
  }

  @Test
  void aCanadianIsNotCalledOnASundayMorning() {
    var toronto = new Area("416", Set.of());

    Decision sunday = decided(toronto, Instant.parse("2026-11-22T14:30:00Z"));
    Decision monday = decided(toronto, Instant.parse("2026-11-23T14:30:00Z"));

    assertThat(sunday.receipt().allowed()).isFalse();
    assertThat(sunday.receipt().notBefore()).isEqualTo(Instant.parse("2026-11-22T15:01:00Z"));
    assertThat(monday.receipt().allowed()).isTrue();
  }

  @Test
  void everyRuleLeavesItsCitationInTheReceipt() {
    Receipt receipt = decided(new Area("212", Set.of()), NOON).receipt();

    assertThat(receipt.ruleSetVersion()).isEqualTo("2026-11-24/2026-11-24");
    assertThat(receipt.reasons()).hasSize(12);
    assertThat(receipt.reasons())
        .allSatisfy(reason -> {
          assertThat(reason.citation()).isNotBlank();
          assertThat(reason.verdict()).isEqualTo(Receipt.Verdict.PASSED);
        });
  }

  @ParameterizedTest
  @CsvSource({"INFORMATIONAL, EXPRESS, true", "MARKETING, EXPRESS, false"})
  void marketingNeedsWrittenConsent(CallNature nature, ConsentKind kind, boolean allowed) {
    Decision decision = decide(number("212"), nature, List.of(consent(kind)), NOON);

    assertThat(decision.receipt().allowed()).isEqualTo(allowed);
  }

  @Test
  void withoutConsentNobodyIsCalledByAnAi() {
    Decision decision = decide(number("212"), CallNature.INFORMATIONAL, List.of(), NOON);

    assertThat(((Decision.Denied) decision).reasons())
        .extracting(Receipt.Reason::code)
        .containsExactly(DenialCode.CONSENT_MISSING);
    assertThat(((Decision.Denied) decision).notBefore()).isNull();
  }

  @Test
  void anOperatorMayOpenOtherCountries() {
    var opened = new RulesConfiguration().ruleSet(new RulesProperties(List.of("GB")));
    var request = new DialRequest(PhoneNumber.of("+442079460018"), CallNature.INFORMATIONAL);

    var there = Decisions.decide(request, facts(List.of(written())), opened, NOON);
    var here = Decisions.decide(request, facts(List.of(written())), RULES, NOON);

    assertThat(there.receipt().allowed()).isTrue();
    assertThat(((Decision.Denied) here).reasons().getFirst().code())
        .isEqualTo(DenialCode.DESTINATION_NOT_ALLOWED);
  }

  @ParameterizedTest
  @CsvSource({
    "US-FL, , America/Chicago",
    ", 97914-1234, America/Boise",
    "CA, V5K 0A1, America/Vancouver",
    "US, 79901, America/Denver"
  })
  void anAddressAddsItsZones(String region, String postalCode, String zone) {
    var contact = new DialFacts.Contact(List.of(written()), null, region, postalCode);
    var facts = new DialFacts(sandbox(), contact, null, List.of(), false);
    var request = new DialRequest(number("212"), CallNature.INFORMATIONAL);

    var zones = zones(Decisions.decide(request, facts, RULES, NOON));

    assertThat(zones).contains("America/New_York", zone);
  }

  private static Stream<Area> areasOf(String line) {
    String[] cells = line.split("\t", -1);
    Set<String> zones = Set.of(cells[0].split(","));
    return Arrays.stream(cells[1].split(" ", -1)).map(code -> new Area(code, zones));
  }

  private static Instant latestOf(Area area, LocalDate day, LocalTime time) {
    return candidates(area)
        .map(z -> day.atTime(time).atZone(z).toInstant())
        .max(Instant::compareTo)
        .orElseThrow();
  }

  private static Instant earliestOf(Area area, LocalDate day, LocalTime time) {
    return candidates(area)
        .map(z -> day.atTime(time).atZone(z).toInstant())
        .min(Instant::compareTo)
        .orElseThrow();
  }

  private static Stream<ZoneId> candidates(Area area) {
    return zones(decided(area, NOON)).stream().map(ZoneId::of);
  }

  private static Set<String> zones(Decision decision) {
    return decision.receipt().zones().stream().map(Receipt.Zone::zone).collect(Collectors.toSet());
  }

  private static Decision decided(Area area, Instant now) {
    return decide(number(area.code()), CallNature.INFORMATIONAL, List.of(written()), now);
  }

  private static Decision decide(
      PhoneNumber number, CallNature nature, List<Consent> consents, Instant now) {
    return Decisions.decide(new DialRequest(number, nature), facts(consents), RULES, now);
  }

  private static DialFacts facts(List<Consent> consents) {
    var contact = new DialFacts.Contact(consents, null, null, null);
    return new DialFacts(sandbox(), contact, null, List.of(), false);
  }

  private static DialFacts.Guard sandbox() {
    return new DialFacts.Guard(true, false, AllowedNumbers.none());
  }

  private static PhoneNumber number(String areaCode) {
    // The islands have few exchanges.
    String exchange =
        switch (areaCode) {
          case "340" -> "774";
          case "671" -> "646";
          default -> "442";
        };
    return PhoneNumber.of("+1" + areaCode + exchange + "4321");
  }

  private static Consent written() {
    return consent(ConsentKind.EXPRESS_WRITTEN);
  }

  private static Consent consent(ConsentKind kind) {
    Instant given = Instant.parse("2025-06-01T12:00:00Z");
    return new Consent(kind, Channel.VOICE, "form", given, "1", null);
  }
}
