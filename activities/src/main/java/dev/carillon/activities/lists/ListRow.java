package dev.carillon.activities.lists;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One row below the header.
///
/// @param number as a spreadsheet counts: the header is 1, empty lines count
/// @param cells by field for the known columns, by the header as written for the others; without
///   empty ones
/// @param fault why the row cannot be used, whatever its cells say
public record ListRow(int number, Map<String, String> cells, @Nullable Fault fault) {

  /// A row's own fault.
  public enum Fault {
    TOO_MANY_CELLS("has more cells than the header"),
    NUL("holds a NUL character");

    private final String message;

    Fault(String message) {
      this.message = message;
    }

    public String message() {
      return message;
    }
  }
}
