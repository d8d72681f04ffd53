package dev.carillon.lead;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.carillon.lead.LeadSheet.Row;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class LeadSheetJsonTest {

  static Stream<Arguments> golden() {
    return Stream.of(
        Arguments.of(new Row.Written(true), "{\"type\":\"written\",\"fresh\":true}"),
        Arguments.of(new Row.Off(), "{\"type\":\"off\"}"));
  }

  @ParameterizedTest
  @MethodSource("golden")
  void whatBecameOfARowIsTheSameInEitherJackson(Row row, String json)
      throws JsonProcessingException {
    assertThat(new ObjectMapper().writeValueAsString(row)).isEqualTo(json);
    assertThat(JsonMapper.shared().writeValueAsString(row)).isEqualTo(json);
    assertThat(new ObjectMapper().readValue(json, Row.class)).isEqualTo(row);
    assertThat(JsonMapper.shared().readValue(json, Row.class)).isEqualTo(row);
  }
}
