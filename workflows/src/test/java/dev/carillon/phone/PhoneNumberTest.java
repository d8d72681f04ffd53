package dev.carillon.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PhoneNumberTest {
  record Holder(PhoneNumber number) {}

  private static final String JSON = "{\"number\":\"+12128120000\"}";
  private static final Holder HOLDER = new Holder(PhoneNumber.of("+12128120000"));

  @Test
  void aNumberIsMaskedWhereItIsPrinted() {
    assertThat(PhoneNumber.of("+12128120000")).hasToString("+1212•••0000");
    assertThat(PhoneNumber.of("+442079460018")).hasToString("+4420•••0018");
    assertThat(PhoneNumber.of("+29021234")).hasToString("+2•••1234");
    assertThat(PhoneNumber.of("+2901234").toString()).doesNotContain("290");
  }

  @Test
  void aNumberIsAPlainStringInEitherJackson() throws JsonProcessingException {
    var jackson2 = new ObjectMapper();
    var jackson3 = JsonMapper.builder().build();

    assertThat(jackson2.writeValueAsString(HOLDER)).isEqualTo(JSON);
    assertThat(jackson3.writeValueAsString(HOLDER)).isEqualTo(JSON);
    assertThat(jackson2.readValue(JSON, Holder.class)).isEqualTo(HOLDER);
    assertThat(jackson3.readValue(JSON, Holder.class)).isEqualTo(HOLDER);
  }

  @Test
  void whatIsNotE164IsNoNumberAndIsNotRepeated() {
    for (String text : new String[] {"2128120000", "+0212812000", "+1 212", "+1234567890123456"}) {
      assertThatThrownBy(() -> PhoneNumber.of(text))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageNotContaining(text);
    }
  }
}
