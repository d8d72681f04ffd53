package dev.carillon.bridge.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonMembersTest {
  private final JsonMembers members = new JsonMembers();

  @Test
  void membersAreFoundInTheOrderTheyHave() {
    assertThat(read("{\"a\":\"x\",\"b\":12,\"c\":true}")).containsExactly("x", "12", "true");
  }

  @Test
  void whiteSpaceAnywhereIsSkipped() {
    assertThat(read(" {\n \"a\" : \"x\" ,\t\"b\":\r\n12 } ")).containsExactly("x", "12");
  }

  @Test
  void nestedValuesAreOneMemberEach() {
    assertThat(read("{\"a\":{\"b\":[1,{\"c\":\"}\"}]},\"d\":[\"]\",[]],\"e\":1}"))
        .containsExactly("{\"b\":[1,{\"c\":\"}\"}]}", "[\"]\",[]]", "1");
  }

  @Test
  void anEscapedQuoteDoesNotEndAString() {
    assertThat(read("{\"a\":\"say \\\"hi\\\"\",\"b\":\"back\\\\\",\"c\":1}"))
        .containsExactly("say \\\"hi\\\"", "back\\\\", "1");
  }

  @Test
  void anEmptyObjectHasNoMembers() {
    assertThat(read("{}")).isEmpty();
    assertThat(members.broken()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[1]",
        "\"a\"",
        "{",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":1",
        "{\"a\":\"x",
        "{\"a\":{\"b\":1}",
        "{a:1}",
        "{\"a\" 1}",
        "{\"a\":1;\"b\":2}"
      })
  void whatIsNoWholeObjectIsBroken(String text) {
    read(text);

    assertThat(members.broken()).isTrue();
  }

  private List<String> read(String text) {
    ByteBuf json = Unpooled.copiedBuffer(text, StandardCharsets.UTF_8);
    var values = new ArrayList<String>();
    members.over(json, 0, json.writerIndex());
    while (members.next(json)) {
      values.add(members.value(json));
    }
    return values;
  }
}
