package dev.carillon.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carillon.phone.PhoneNumber;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AllowedNumbersTest {
  @Test
  void fullNumbersAndOnASimulatedCarrierPrefixesAreListed() {
    var allowed = AllowedNumbers.parse(" +12128120000, +1310* ,", true);

    assertThat(allowed.present()).isTrue();
    assertThat(allowed.contains(PhoneNumber.of("+12128120000"))).isTrue();
    assertThat(allowed.contains(PhoneNumber.of("+13105551234"))).isTrue();
    assertThat(allowed.contains(PhoneNumber.of("+121281200001"))).isFalse();
  }

  @Test
  void nothingSetMeansNoList() {
    assertThat(AllowedNumbers.parse("", false).present()).isFalse();
    assertThat(AllowedNumbers.parse(" , ", true).present()).isFalse();
  }

  @Test
  void aRealCarrierTakesNoPrefixAndTwentyNumbersAtMost() {
    String many =
        IntStream.range(0, 21).mapToObj("+1212812%04d"::formatted).collect(Collectors.joining(","));

    assertThatThrownBy(() -> AllowedNumbers.parse("+1310*", false))
        .hasMessage("ALLOWED_TEST_NUMBERS: entry 1 is not a full number in E.164");
    assertThatThrownBy(() -> AllowedNumbers.parse(many, false)).hasMessageContaining("at most 20");
    assertThat(AllowedNumbers.parse(many, true).entries()).hasSize(21);
  }

  @Test
  void aMistakeIsNamedByItsPlaceAndNotRepeated() {
    assertThatThrownBy(() -> AllowedNumbers.parse("+12128120000,2128120001", true))
        .hasMessageContaining("entry 2")
        .hasMessageNotContaining("2128120001");
  }
}
