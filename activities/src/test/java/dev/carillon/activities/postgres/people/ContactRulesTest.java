package dev.carillon.activities.postgres.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.phone.PhoneNumbers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactRulesTest {
  private static final Instant NOW = Instant.parse("2026-06-02T17:00:00Z");
  private final ContactRules rules =
      new ContactRules(PhoneNumbers.standard(), "US", InstantSource.fixed(NOW));

  @Test
  void aGoodContactIsTidiedUp() {
    var checked = rules.check(contact("  Ann\nLee ", " ann@example.org ", "America/Chicago", "us"));

    assertThat(checked)
        .isInstanceOfSatisfying(
            CheckedContact.Good.class,
            good -> {
              assertThat(good.phone().number().e164()).isEqualTo("+12128120000");
              assertThat(good.fields().name()).isEqualTo("Ann Lee");
              assertThat(good.fields().email()).isEqualTo("ann@example.org");
              assertThat(good.fields().region()).isEqualTo("US");
            });
  }

  @Test
  void everyFieldThatIsWrongIsNamedAtOnce() {
    var checked = rules.check(contact("x".repeat(201), "not an address", "Mars/Base", "XX"));

    assertThat(errors(checked)).containsExactlyInAnyOrder("name", "email", "timeZone", "region");
  }

  @Test
  void aMissingNumberIsNamed() {
    var checked =
        rules.check(new ContactFields(null, null, null, null, null, null, null, null, null));

    assertThat(errors(checked)).containsExactly("phoneNumber");
  }

  @ParameterizedTest
  @CsvSource({
    "EXPRESS,VOICE,web,2026-06-01T00:00:00Z,",
    "SPOKEN,VOICE,web,2026-06-01T00:00:00Z,consents[0].kind",
    "EXPRESS,FAX,web,2026-06-01T00:00:00Z,consents[0].channel",
    "EXPRESS,VOICE,' ',2026-06-01T00:00:00Z,consents[0].source",
    "EXPRESS,VOICE,web,2026-06-03T00:00:00Z,consents[0].givenAt",
    "EXPRESS,VOICE,web,1900-01-01T00:00:00Z,consents[0].givenAt",
    "EXPRESS,VOICE,web,,consents[0].givenAt",
  })
  void aConsentIsCheckedFieldByField(
      String kind, String channel, String source, @Nullable Instant at, @Nullable String wrong) {
    var consent = new ConsentFields(kind, channel, source, at, null);
    var checked =
        rules.check(
            new ContactFields(
                "+12128120000", null, null, null, null, null, null, null, List.of(consent)));

    assertThat(errors(checked)).isEqualTo(wrong == null ? List.of() : List.of(wrong));
  }

  @Test
  void attributesAreFlat() {
    var attributes = new HashMap<String, @Nullable Object>(Map.of("pet", "cat", "visits", 3));
    attributes.put("none", null);
    var good = rules.check(contactWith(attributes));
    attributes.put("deep", Map.of("a", 1));
    var bad = rules.check(contactWith(attributes));

    assertThat(good)
        .isInstanceOfSatisfying(
            CheckedContact.Good.class,
            it ->
                assertThat(it.fields().attributes()).isEqualTo(Map.of("pet", "cat", "visits", 3)));
    assertThat(errors(bad)).containsExactly("attributes");
  }

  private static ContactFields contact(String name, String email, String zone, String region) {
    return new ContactFields("(212) 812-0000", name, email, zone, region, null, null, null, null);
  }

  private static ContactFields contactWith(Map<String, @Nullable Object> attributes) {
    return new ContactFields(
        "(212) 812-0000", null, null, null, null, null, null, attributes, null);
  }

  private static List<String> errors(CheckedContact checked) {
    return switch (checked) {
      case CheckedContact.Good _ -> List.of();
      case CheckedContact.Bad(var errors) -> errors.stream().map(FieldError::field).toList();
    };
  }
}
