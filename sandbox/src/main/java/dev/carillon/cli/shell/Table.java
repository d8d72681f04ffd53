package dev.carillon.cli.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Text in columns, as wide as their widest cell. Columns of numbers are set to the right.
public final class Table {
  private static final String GAP = "  ";

  private final List<String> heads;
  private final List<List<String>> rows = new ArrayList<>();

  public Table(String... heads) {
    this.heads = List.of(heads);
  }

  /// Adds a row; one cell for each head. Null is shown as nothing.
  public Table row(@Nullable Object... cells) {
    if (cells.length != heads.size()) {
      throw new IllegalArgumentException(heads.size() + " cells belong in a row");
    }
    rows.add(Arrays.stream(cells).map(cell -> cell == null ? "" : cell.toString()).toList());
    return this;
  }

  /// The lines, heads first.
  public List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add(line(heads));
    rows.forEach(row -> lines.add(line(row)));
    return lines;
  }

  private String line(List<String> cells) {
    var line = new StringBuilder();
    for (var column = 0; column < cells.size(); column++) {
      var cell = cells.get(column);
      var fill = " ".repeat(width(column) - cell.length());
      line.append(column == 0 ? "" : GAP).append(numeric(column) ? fill + cell : cell + fill);
    }
    return line.toString().stripTrailing();
  }

  private int width(int column) {
    var widest = rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    return Math.max(widest, heads.get(column).length());
  }

  private boolean numeric(int column) {
    return !rows.isEmpty() && rows.stream().allMatch(row -> row.get(column).matches("[0-9.]*"));
  }
}
