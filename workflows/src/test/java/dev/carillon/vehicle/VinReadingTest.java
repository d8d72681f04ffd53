package dev.carillon.vehicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carillon.vehicle.VinReading.Invalid;
import dev.carillon.vehicle.VinReading.Reason;
import dev.carillon.vehicle.VinReading.Valid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VinReadingTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1M8GDM9AXKP042788",
        "1HGCM82633A004352",
        "5YJSA1E27HF000337",
        "WBA3A5C57CF256651",
        "11111111111111111"
      })
  void aNumberWhoseNinthCharacterFitsIsValid(String text) {
    assertThat(VinReading.read(text)).isEqualTo(new Valid(Vin.of(text)));
  }

  @Test
  void smallLettersSpacesAndHyphensDoNotMatter() {
    assertThat(VinReading.read(" 1hgcm-8263 3a00.4352 "))
        .isEqualTo(new Valid(Vin.of("1HGCM82633A004352")));
  }

  @ParameterizedTest
  @CsvSource({
    "1HGCM82633A00435, LENGTH, 'A VIN has 17 characters, this has 16.'",
    "'', LENGTH, 'A VIN has 17 characters, this has 0.'",
    "1HGCM82633A0O4352, LETTER_I_O_Q, 'A VIN has no letter O (character 13): it is a 0.'",
    "IHGCM82633A004352, LETTER_I_O_Q, 'A VIN has no letter I (character 1): it is a 1.'",
    "1HGCM8Q633A004352, LETTER_I_O_Q, 'A VIN has no letter Q (character 7): it is a 0.'",
    "1HGCM82633A0043Ä2, CHARACTER, 'A VIN has letters and digits only, character 16 is neither.'",
    "1HGCM82633A004353, CHECK_DIGIT, "
        + "'The ninth character does not fit the others: one of them was read wrongly.'"
  })
  void whatIsNoNumberIsToldWithItsReason(String text, Reason reason, String message) {
    assertThat(VinReading.read(text)).isEqualTo(new Invalid(reason, message));
  }

  @Test
  void everyWrongNinthCharacterIsFound() {
    for (var character : "012345679X".toCharArray()) {
      var text = "1M8GDM9A" + character + "KP042788";
      assertThat(VinReading.read(text) instanceof Valid).as(text).isEqualTo(character == 'X');
    }
  }

  @Test
  void noVinIsMadeOfAnythingElse() {
    assertThatThrownBy(() -> Vin.of("1HGCM82633A004353"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("1HGCM");
  }
}
