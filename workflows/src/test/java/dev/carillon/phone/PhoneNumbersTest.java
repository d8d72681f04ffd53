package dev.carillon.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import dev.carillon.phone.PhoneReading.Accepted;
import dev.carillon.phone.PhoneReading.Refused;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTest {
  private static final String ALPHABET =
      "0123456789012345678901234567890123456789+()"
          + " .-/;,#xe='\"@*\u00e9\u0661\u200b\u202a\u0007TELtelphone-context";

  private final PhoneNumbers numbers = PhoneNumbers.standard();

  static List<PhoneVectors.Vector> vectors() {
    return PhoneVectors.all();
  }

  static Stream<PhoneVectors.Vector> accepted() {
    return vectors().stream().filter(PhoneVectors.Vector::accepted);
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void everyTextComesToItsVerdict(PhoneVectors.Vector vector) {
    PhoneReading reading = numbers.read(vector.input(), vector.defaultRegion());

    if (vector.dependsOnCountry()) {
      assertThat(code(reading)).isEqualTo("COUNTRY_" + vector.country());
    } else if (vector.accepted()) {
      assertThat(written(reading)).isEqualTo(vector.expected());
    } else {
      assertThat(code(reading)).isEqualTo(vector.code());
    }
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void aTextOfAnAllowedCountryIsAccepted(PhoneVectors.Vector vector) {
    var there = PhoneNumbers.allowing(Set.of(vector.country()));

    PhoneReading reading = there.read(vector.input(), vector.defaultRegion());

    assertThat(written(reading)).isEqualTo(vector.expected());
    assertThat(((Accepted) reading).region()).isEqualTo(vector.country());
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void readingANumberAgainChangesNothing(PhoneVectors.Vector vector) throws NumberParseException {
    var there = PhoneNumbers.allowing(Set.of(vector.country()));
    var plans = PhoneNumberUtil.getInstance();
    var number = ((Accepted) there.read(vector.input(), vector.defaultRegion())).number();

    var parsed = plans.parse(number.e164(), null);
    for (var format : PhoneNumberFormat.values()) {
      String shown = plans.format(parsed, format);
      PhoneReading again = there.read(shown, vector.country());

      assertThat(((Accepted) again).number()).as(format.name()).isEqualTo(number);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2128120000;2128120001",
        "212-812-0000 / 212-812-0001",
        "212-812-0000 or 212-812-0001",
        "(212) 812-0000 & (212) 812-0001",
        "212-812-0000\n212-812-0001"
      })
  void twoNumbersInOneCellAreRefused(String text) {
    assertThat(code(numbers.read(text, "US"))).isEqualTo("TWO_NUMBERS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"911", "+1 911", "9-1-1"})
  void anEmergencyNumberIsRefusedHoweverWritten(String text) {
    assertThat(code(numbers.read(text, "US"))).isEqualTo("EMERGENCY");
  }

  @Test
  void numbersThatNoCustomerHasAreRefused() {
    assertThat(code(numbers.read("+1 212 555 0142", "US"))).isEqualTo("TEST_NUMBER");
    assertThat(code(numbers.read("+1 212 555 1212", "US"))).isEqualTo("DIRECTORY_ASSISTANCE");
    assertThat(code(numbers.read("+1 800 866 2453", "US"))).isEqualTo("TYPE_TOLL_FREE");
  }

  @Test
  void whatASpreadsheetBrokeIsRefused() {
    assertThat(code(numbers.read("2128120000.0", "US"))).isEqualTo("DECIMAL_NUMBER");
    assertThat(code(numbers.read("@2128120000", "US"))).isEqualTo("FORMULA_PREFIX");
  }

  @Test
  void aControlCharacterIsRefused() {
    assertThat(code(numbers.read("212812\u00070000", "US"))).isEqualTo("CONTROL_CHARACTER");
  }

  @Test
  void anExtensionOfMoreThanSevenDigitsIsRefused() {
    assertThat(written(numbers.read("2128120000 ext 1234567", "US")))
        .isEqualTo("+12128120000 ext=1234567");
    assertThat(code(numbers.read("2128120000 ext 12345678", "US"))).isEqualTo("TOO_LONG");
  }

  @Test
  void aRefusalDoesNotRepeatTheText() {
    PhoneReading reading = numbers.read("+1 876 555 1234", "US");

    assertThat(reading).isInstanceOf(Refused.class);
    assertThat(((Refused) reading).message()).doesNotContain("876").doesNotContain("1234");
  }

  @Test
  void anyTextIsReadWithoutAnException() {
    var chance = new Random(20261124);
    for (int i = 0; i < 20_000; i++) {
      String text = anyText(chance);

      assertThatCode(
              () -> {
                if (numbers.read(text, "US") instanceof Accepted accepted) {
                  assertThat(accepted.number().e164()).matches("\\+[1-9]\\d{6,14}");
                  assertThat(numbers.read(accepted.number().e164(), null))
                      .isInstanceOf(Accepted.class);
                }
              })
          .as(text)
          .doesNotThrowAnyException();
    }
  }

  @Test
  void theMetadataVersionIsThatOfTheLibrary() {
    String version = PhoneNumberUtil.class.getPackage().getImplementationVersion();
    String jar =
        PhoneNumberUtil.class.getProtectionDomain().getCodeSource().getLocation().getPath();

    assertThat(version == null ? jar : "libphonenumber-" + version)
        .contains(PhoneNumbers.METADATA_VERSION);
  }

  private static String anyText(Random chance) {
    int length = chance.nextInt(1, chance.nextInt(10) == 0 ? 300 : 24);
    var text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(ALPHABET.charAt(chance.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }

  private static String code(PhoneReading reading) {
    return switch (reading) {
      case Refused refused -> refused.code();
      case Accepted accepted -> "ACCEPTED " + accepted.number().e164();
    };
  }

  private static String written(PhoneReading reading) {
    return switch (reading) {
      case Refused refused -> "REFUSED " + refused.code();
      case Accepted(PhoneNumber number, var extension, var _, var _) ->
          number.e164() + (extension == null ? "" : " ext=" + extension);
    };
  }
}
