package dev.carillon.phone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The table of texts, and what each must come to.
final class PhoneVectors {
  private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9A-Fa-f]{4})");

  private PhoneVectors() {}

  record Vector(
      String row,
      String input,
      @Nullable String defaultRegion,
      String expected,
      String libraryView,
      String verdict) {

    boolean accepted() {
      return verdict.startsWith("ACCEPT");
    }

    boolean dependsOnCountry() {
      return verdict.equals("ACCEPT if country allowed");
    }

    /// The country at the end of the library's view.
    String country() {
      return libraryView.substring(libraryView.lastIndexOf(' ') + 1);
    }

    String code() {
      return verdict.split(" ")[1];
    }

    @Override
    public String toString() {
      return "row " + row + ": " + verdict;
    }
  }

  static List<Vector> all() {
    try (var table = PhoneVectors.class.getResourceAsStream("phone-vectors.tsv")) {
      String text =
          new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().skip(1).map(PhoneVectors::vector).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Vector vector(String line) {
    String[] cells = line.split("\t", -1);
    String quoted = cells[1].strip();
    String input =
        ESCAPE
            .matcher(quoted.substring(1, quoted.length() - 1))
            .replaceAll(m -> String.valueOf((char) Integer.parseInt(m.group(1), 16)));
    return new Vector(
        cells[0], input, cells[2].equals("null") ? null : cells[2], cells[3], cells[4], cells[5]);
  }
}
