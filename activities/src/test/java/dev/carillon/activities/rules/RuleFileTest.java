package dev.carillon.activities.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carillon.compliance.CallNature;
import dev.carillon.compliance.Requirement;
import dev.carillon.compliance.Rule;
import dev.carillon.compliance.RuleSet;
import dev.carillon.compliance.Weekday;
import dev.carillon.compliance.Window;
import dev.carillon.compliance.ZoneTable;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleFileTest {
  private static final ZoneTable NO_ZONES =
      new ZoneTable("z", Map.of(), Map.of(), Map.of(), List.of());
  private static final String HEAD =
      """
      version: v1
      margin: {afterStart: PT1M, beforeEnd: PT2M}
      rules:
        - id: FIRST
          citation: "a law"
      """;

  @Test
  void aRuleIsReadWithAllThatItHoldsFor() {
    RuleSet rules =
        read(
            """
                scope: {purpose: [MARKETING]}
                jurisdiction: [US, CA]
                effectiveFrom: 2026-01-31
                effectiveTo: 2027-01-01
                window: {mon-fri: [09:00, "20:00"], sat: ["10:00", "18:00"]}
            """);

    Rule rule = rules.rules().getFirst();
    assertThat(rules.version()).isEqualTo("v1/z");
    assertThat(rule.scope())
        .isEqualTo(
            new Rule.Scope(
                Set.of(CallNature.MARKETING),
                Set.of("US", "CA"),
                LocalDate.of(2026, 1, 31),
                LocalDate.of(2027, 1, 1)));
    assertThat(((Requirement.InsideHours) rule.requirement()).windows())
        .containsExactly(
            Window.on(
                EnumSet.range(Weekday.MON, Weekday.FRI), LocalTime.of(9, 0), LocalTime.of(20, 0)),
            Window.on(EnumSet.of(Weekday.SAT), LocalTime.of(10, 0), LocalTime.of(18, 0)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "window: {mon-sun: ['25:00', '20:00']}         | FIRST.window.mon-sun[1]",
        "window: {mon-sun: ['20:00', '09:00']}         | FIRST.window.mon-sun",
        "window: {mon-sun: ['09:00']}                  | FIRST.window.mon-sun",
        "window: {fri-mon: ['09:00', '20:00']}         | FIRST.window.fri-mon",
        "consent: VERBAL                               | FIRST.consent",
        "require: GOOD_MANNERS                         | FIRST.require",
        "destination: {}                               | FIRST.destination.countries",
        "oneLiveCall: {again: soon}                    | FIRST.oneLiveCall.again",
        "windw: {}                                     | FIRST.windw",
        "scope: {purpose: [MARKETING]}                 | FIRST",
        "{consent: EXPRESS, require: ZONE_KNOWN}       | FIRST",
        "jurisdiction: US-FL                           | FIRST.jurisdiction",
        "effectiveFrom: yesterday                      | FIRST.effectiveFrom",
      })
  void aMistakeNamesFileRuleAndField(String fields, String where) {
    String indented =
        fields.startsWith("{")
            ? fields.substring(1, fields.length() - 1).replace(", ", "\n    ")
            : fields;

    assertThatThrownBy(() -> read("    " + indented + "\n"))
        .isInstanceOf(InvalidRuleFile.class)
        .hasMessageStartingWith("test.yaml: " + where + ": ");
  }

  @Test
  void twoRulesOfOneIdAreRefused() {
    String twice = "    require: ZONE_KNOWN\n  - {id: FIRST, citation: x, require: ZONE_KNOWN}\n";

    assertThatThrownBy(() -> read(twice))
        .isInstanceOf(InvalidRuleFile.class)
        .hasMessageContaining("FIRST")
        .hasMessageContaining("twice");
  }

  @Test
  void aFieldThatIsThereTwiceIsRefusedWithItsLine() {
    assertThatThrownBy(() -> read("    consent: EXPRESS\n    consent: EXPRESS_WRITTEN\n"))
        .isInstanceOf(InvalidRuleFile.class)
        .hasMessageContaining("test.yaml: line ");
  }

  @Test
  void aZoneThatDoesNotExistIsNamed() {
    String text =
        """
        version: v1
        corrections: []
        areaCodes:
          - {zones: [America/Nowhere], codes: "212"}
        regions: {}
        postalCodes: {US: {}, CA: {}}
        """;

    assertThatThrownBy(() -> ZoneFile.read(YamlFile.parse("zones.yaml", text)))
        .isInstanceOf(InvalidRuleFile.class)
        .hasMessageStartingWith("zones.yaml: areaCodes[1].zones[1]: ");
  }

  private static RuleSet read(String fields) {
    return RuleFile.read(YamlFile.parse("test.yaml", HEAD + fields), NO_ZONES);
  }
}
