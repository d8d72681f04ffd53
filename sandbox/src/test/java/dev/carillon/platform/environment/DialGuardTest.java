package dev.carillon.platform.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class DialGuardTest {

  @Test
  void isLiveOnlyWhenToldSo() {
    assertThat(describe(Map.of("CARILLON_LIVE", "yes"))).startsWith("LIVE");
    assertThat(describe(Map.of("CARILLON_LIVE", "true"))).startsWith("TEST GUARD: nothing");
    assertThat(describe(Map.of())).startsWith("TEST GUARD: nothing is dialled");
  }

  @Test
  void aListOfTestNumbersHoldsEvenWhenLive() {
    assertThat(describe(Map.of("CARILLON_LIVE", "yes", "ALLOWED_TEST_NUMBERS", "+1,+2")))
        .startsWith("TEST GUARD: only the 2 entries");
  }

  @Test
  void aCarrierOnThisMachineRingsNobody() {
    assertThat(describe(Map.of("CARILLON_LIVE", "yes", "TWILIO_API_URL", "http://127.0.0.1:1")))
        .startsWith("TEST GUARD: the carrier is on this machine");
  }

  @Test
  void neverShowsTheNumbers() {
    assertThat(describe(Map.of("ALLOWED_TEST_NUMBERS", "+12065550100")))
        .doesNotContain("2065550100");
  }

  private static String describe(Map<String, String> variables) {
    return DialGuard.describe(new Environment(variables));
  }
}
