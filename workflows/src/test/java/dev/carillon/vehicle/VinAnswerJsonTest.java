package dev.carillon.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class VinAnswerJsonTest {
  private static final Vehicle ACCORD =
      new Vehicle(
          Vin.of("1HGCM82633A004352"), "HONDA", "Accord", 2003, "EX", "Coupe", "Gasoline", "6");
  private static final String ACCORD_JSON =
      """
      {"vin":"1HGCM82633A004352","make":"HONDA","model":"Accord","year":2003,"trim":"EX",\
      "bodyClass":"Coupe","fuel":"Gasoline","cylinders":"6"}\
      """;

  private final ObjectMapper jackson2 = new ObjectMapper();
  private final JsonMapper jackson3 = JsonMapper.builder().build();

  static Stream<List<Object>> answers() {
    return Stream.of(
        List.of(
            new VinAnswer.Decoded(ACCORD),
            "{\"type\":\"decoded\",\"vehicle\":" + ACCORD_JSON + "}"),
        List.of(
            new VinAnswer.Partial(ACCORD, "some"),
            "{\"type\":\"partial\",\"vehicle\":" + ACCORD_JSON + ",\"reason\":\"some\"}"),
        List.of(new VinAnswer.Unknown("none"), "{\"type\":\"unknown\",\"reason\":\"none\"}"));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void anAnswerIsTheSameInEitherJackson(List<Object> pair) throws JsonProcessingException {
    var answer = pair.get(0);
    var json = pair.get(1).toString();

    assertThat(jackson2.readTree(jackson2.writeValueAsString(answer)))
        .isEqualTo(jackson2.readTree(json));
    assertThat(jackson3.readTree(jackson3.writeValueAsString(answer)))
        .isEqualTo(jackson3.readTree(json));
    assertThat(jackson2.readValue(json, VinAnswer.class)).isEqualTo(answer);
    assertThat(jackson3.readValue(json, VinAnswer.class)).isEqualTo(answer);
  }
}
