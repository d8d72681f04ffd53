package dev.carillon.activities.lists;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads a CSV list row by row; memory does not grow with its length.
public final class ListReader {
  /// The name under which a row holds its number.
  public static final String PHONE = "phone";

  private static final int HEADER_CHARS = 1 << 16;
  private static final int LONGEST_CELL = 1 << 15;
  private static final int LONGEST_ROW = 1 << 18;
  // Put behind the text: found inside a cell, it shows that a quote was never closed.
  private static final String END = "\u0001end of the list\u0001";

  private ListReader() {}

  /// Gives each row below the header to `rows`.
  ///
  /// @param declared the encoding the sender has named, if any; a byte-order mark outweighs it
  /// @param mapping field names by header, such as `Handy` to `phone`
  /// @throws UnreadableList when the list as a whole is no good; rows given before are void
  public static void read(
      Path file, @Nullable Charset declared, Map<String, String> mapping, Consumer<ListRow> rows) {
    try (var bytes = Files.newInputStream(file);
        var text = new BufferedReader(ListEncoding.open(bytes, declared), HEADER_CHARS)) {
      var delimiter = Delimiters.of(look(text));
      try (var records = records(new EndedReader(text, "\n" + END), delimiter)) {
        new Pass(mapping, rows).over(records);
      }
    } catch (CharacterCodingException _) {
      throw misencoded();
    } catch (UncheckedIOException e) {
      throw e.getCause() instanceof CharacterCodingException ? misencoded() : e;
    } catch (CsvParseException e) {
      throw new UnreadableList(
          "BROKEN_QUOTES", "A cell is too long, or the quotes around one are broken.");
    } catch (IOException e) {
      throw new UncheckedIOException("the list cannot be read from disk", e);
    }
  }

  private static UnreadableList misencoded() {
    return new UnreadableList(
        "ENCODING",
        "The file is not UTF-8. Save it as UTF-8, or name its encoding when sending it"
            + " (text/csv; charset=windows-1252).");
  }

  private static String look(Reader text) throws IOException {
    var start = new char[HEADER_CHARS];
    text.mark(HEADER_CHARS);
    int length = text.read(start);
    text.reset();
    return length < 1 ? "" : new String(start, 0, length);
  }

  private static CsvReader<CsvRecord> records(Reader text, char delimiter) {
    return CsvReader.builder()
        .fieldSeparator(delimiter)
        .commentStrategy(CommentStrategy.NONE)
        .skipEmptyLines(false)
        .allowExtraFields(true)
        .allowMissingFields(true)
        .trimWhitespacesAroundQuotes(true)
        .build(
            CsvRecordHandler.builder()
                .maxFields(10_000)
                .maxFieldSize(LONGEST_CELL)
                .maxRecordSize(LONGEST_ROW)
                .build(),
            text);
  }

  /// One reading of a list.
  private static final class Pass {
    private final Map<String, String> mapping;
    private final Consumer<ListRow> rows;
    private int number;
    private boolean ended;
    private @Nullable ListHeader header;

    Pass(Map<String, String> mapping, Consumer<ListRow> rows) {
      this.mapping = mapping;
      this.rows = rows;
    }

    void over(CsvReader<CsvRecord> records) {
      for (var record : records) {
        var cells = record.getFields();
        ended = cells.size() == 1 && cells.getFirst().equals(END);
        if (!ended) {
          number++;
          take(cells);
        }
      }
      if (!ended) {
        throw new UnreadableList(
            "UNCLOSED_QUOTE", "A quote opened in row " + number + " is never closed.");
      }
      if (header == null) {
        throw new UnreadableList("EMPTY_FILE", "The file holds no header.");
      }
    }

    private void take(List<String> cells) {
      if (cells.stream().allMatch(String::isBlank)) {
        return;
      }
      if (header == null) {
        header = ListHeader.read(cells, mapping);
        number = 1;
        return;
      }
      // The mark of the end inside a cell: this row is what an open quote has swallowed.
      if (cells.stream().noneMatch(cell -> cell.contains(END))) {
        rows.accept(row(header, cells));
      }
    }

    private ListRow row(ListHeader columns, List<String> cells) {
      if (cells.stream().anyMatch(cell -> cell.indexOf(0) >= 0)) {
        return new ListRow(number, Map.of(), ListRow.Fault.NUL);
      }
      var byName = new LinkedHashMap<String, String>();
      for (int i = 0; i < cells.size(); i++) {
        var cell = cells.get(i).strip();
        if (i >= columns.size()) {
          if (!cell.isEmpty()) {
            return new ListRow(number, Map.of(), ListRow.Fault.TOO_MANY_CELLS);
          }
        } else if (columns.column(i) != null && !cell.isEmpty()) {
          byName.put(columns.column(i), cell);
        }
      }
      return new ListRow(number, byName, null);
    }
  }
}
