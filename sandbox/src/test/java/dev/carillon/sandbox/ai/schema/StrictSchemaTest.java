package dev.carillon.sandbox.ai.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictSchemaTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"type":"array"}                                                                        | type: "object"
          {"type":"object","properties":{}}                                                       | additionalProperties
          {"type":"object","additionalProperties":false,"properties":{"a":{"type":"string"}},"required":[]} | Missing 'a'
          {"type":"object","additionalProperties":false,"properties":{},"required":["b"]}         | names 'b'
          {"type":"object","additionalProperties":false,"properties":{"a":{"oneOf":[]}},"required":["a"]} | 'oneOf' is not permitted
          {"type":"object","additionalProperties":false,"properties":{"a":{}},"required":["a"]}   | must have a 'type' key
          {"type":"object","additionalProperties":false,"properties":{"a":{"type":"text"}},"required":["a"]} | not a valid type
          {"type":"object","additionalProperties":false,"properties":{"a":{"type":["object","null"]}},"required":["a"]} | additionalProperties
          """)
  void eachBrokenRuleIsNamed(String schema, String problem) throws JsonProcessingException {
    assertThat(StrictSchema.problem(new ObjectMapper().readTree(schema)))
        .hasValueSatisfying(found -> assertThat(found).contains(problem));
  }

  @Test
  void aClosedSchemaIsTaken() throws JsonProcessingException {
    assertThat(
            StrictSchema.problem(
                new ObjectMapper()
                    .readTree(
                        """
                        {"type":"object","additionalProperties":false,"required":["a","b"],
                         "properties":{"a":{"type":["string","null"]},"b":{"type":"array","items":{"type":"string"}}}}\
                        """)))
        .isEmpty();
  }
}
