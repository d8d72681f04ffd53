package dev.carillon.activities.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListReaderTest {
  private static final String LIST = "phone,name\n+12128120000,Zoë\n";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"UTF-8,''", "UTF-8,'\uFEFF'", "UTF-16LE,'\uFEFF'", "UTF-16BE,'\uFEFF'"})
  void namesComeOutWholeWhateverTheEncoding(String charset, String mark) {
    var rows = read((mark + LIST).getBytes(Charset.forName(charset)));

    assertThat(rows)
        .singleElement()
        .satisfies(row -> assertThat(row.cells()).containsEntry("name", "Zoë"));
  }

  @Test
  void aLegacyEncodingIsRefusedRatherThanGuessed() {
    var bytes = LIST.getBytes(Charset.forName("windows-1252"));

    assertThatRefusal(bytes).satisfies(why -> assertThat(why.code()).isEqualTo("ENCODING"));
    assertThat(read(bytes, Charset.forName("windows-1252"), Map.of()))
        .singleElement()
        .satisfies(row -> assertThat(row.cells()).containsEntry("name", "Zoë"));
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void theDelimiterIsFound(String mark) {
    var rows = read("name%1$sphone%1$spet\n\"Ann, B\"%1$s212%1$scat".formatted(mark));

    assertThat(rows)
        .singleElement()
        .satisfies(row ->
            assertThat(row.cells())
                .containsExactlyInAnyOrderEntriesOf(
                    Map.of("name", "Ann, B", "phone", "212", "pet", "cat")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void emptyLinesCountAsRowsButAreNone(String end) {
    var rows = read(String.join(end, "phone,name", "1,Ann", "", ",", "2,Ben"));

    assertThat(rows).extracting(ListRow::number).containsExactly(2, 5);
  }

  @Test
  void aQuotedCellMayHoldLinesAndQuotes() {
    var rows = read("phone,name\n1,\"Two\nlines \"\"here\"\"\"\n2,Ben\n");

    assertThat(rows).extracting(ListRow::number).containsExactly(2, 3);
    assertThat(rows.getFirst().cells()).containsEntry("name", "Two\nlines \"here\"");
  }

  @Test
  void aQuoteThatIsNeverClosedRefusesTheList() {
    assertThatRefusal("phone,name\n1,Ann\n2,\"Ben\n3,Cid\n")
        .satisfies(why -> assertThat(why.code()).isEqualTo("UNCLOSED_QUOTE"));
  }

  @Test
  void aNulAndTooManyCellsAreTheRowsOwnFault() {
    var rows = read("phone,name\n1,A\u0000b\n2,Ben,more\n3,Cid,\n");

    assertThat(rows)
        .extracting(ListRow::fault)
        .containsExactly(ListRow.Fault.NUL, ListRow.Fault.TOO_MANY_CELLS, null);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"PHONE", "Phone_Number", "phone number", "mobile", " Tel ", "\u200Bphone"})
  void theNumbersColumnHasManyNames(String header) {
    assertThat(read(header + ",name\n1,Ann\n").getFirst().cells()).containsEntry("phone", "1");
  }

  @Test
  void aMappingNamesColumnsThatNobodyKnows() {
    var rows =
        read(
            "Handy,Wer\n1,Ann\n".getBytes(StandardCharsets.UTF_8),
            null,
            Map.of("handy", "phone", "Wer", "name"));

    assertThat(rows.getFirst().cells()).isEqualTo(Map.of("phone", "1", "name", "Ann"));
  }

  @ParameterizedTest
  @CsvSource({
    "'name,email\nAnn,a@b.org',NO_PHONE_COLUMN",
    "'phone,phone\n1,2',TWO_PHONE_COLUMNS",
    "'phone,mobile\n1,2',TWO_PHONE_COLUMNS",
    "'phone,name,name\n1,a,b',DOUBLED_COLUMN",
    "'\n\n',EMPTY_FILE",
    "'%PDF-1.7 phone',NOT_A_LIST",
    "'<!doctype html><p>phone,name',NOT_A_LIST",
  })
  void whatIsNoListIsRefusedWithItsReason(String content, String code) {
    assertThatRefusal(content).satisfies(why -> assertThat(why.code()).isEqualTo(code));
  }

  @Test
  void anEmptyFileAndOnlyAMarkAreRefused() {
    assertThatRefusal(new byte[0]).satisfies(why -> assertThat(why.code()).isEqualTo("EMPTY_FILE"));
    assertThatRefusal("\uFEFF").satisfies(why -> assertThat(why.code()).isEqualTo("EMPTY_FILE"));
  }

  @Test
  void aCellWithoutEndIsRefusedBeforeItFillsTheMemory() {
    assertThatRefusal("phone,name\n1,\"" + "x\n".repeat(200_000))
        .satisfies(why -> assertThat(why.code()).isEqualTo("BROKEN_QUOTES"));
  }

  private org.assertj.core.api.ThrowableAssertAlternative<UnreadableList> assertThatRefusal(
      String content) {
    return assertThatRefusal(content.getBytes(StandardCharsets.UTF_8));
  }

  private org.assertj.core.api.ThrowableAssertAlternative<UnreadableList> assertThatRefusal(
      byte[] content) {
    return assertThatExceptionOfType(UnreadableList.class).isThrownBy(() -> read(content));
  }

  private List<ListRow> read(String content) {
    return read(content.getBytes(StandardCharsets.UTF_8));
  }

  private List<ListRow> read(byte[] content) {
    return read(content, null, Map.of());
  }

  private List<ListRow> read(
      byte[] content, @Nullable Charset declared, Map<String, String> mapping) {
    var rows = new ArrayList<ListRow>();
    try {
      var file = Files.write(folder.resolve("list.csv"), content);
      ListReader.read(file, declared, mapping, rows::add);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return rows;
  }
}
