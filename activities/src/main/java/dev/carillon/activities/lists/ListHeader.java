package dev.carillon.activities.lists;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The columns of a list: known ones by the name of their field, others by their own, unnamed ones
/// as null.
final class ListHeader {
  private static final int MOST_COLUMNS = 200;
  private static final int LONGEST_NAME = 64;
  private static final Set<String> PHONE = Set.of("phone", "phone_number", "mobile", "tel");
  private static final Set<String> KNOWN =
      Set.of("name", "email", "time_zone", "region", "postal_code", "language", "appointment_at");
  private static final String INVISIBLE = "[\\uFEFF\\u200B-\\u200F\\u2060]";

  private final List<@Nullable String> columns;

  private ListHeader(List<@Nullable String> columns) {
    this.columns = columns;
  }

  /// @param mapping field names by header, where the sender has said so
  /// @throws UnreadableList when there is not exactly one column for the number, or any is doubled
  static ListHeader read(List<String> cells, Map<String, String> mapping) {
    if (cells.size() > MOST_COLUMNS) {
      throw new UnreadableList("TOO_MANY_COLUMNS", "A list may have up to 200 columns.");
    }
    var wanted =
        mapping.entrySet().stream()
            .collect(
                Collectors.toMap(e -> plain(e.getKey()), e -> plain(e.getValue()), (a, _) -> a));
    var columns = new ArrayList<@Nullable String>();
    for (var cell : cells) {
      columns.add(column(cell.replaceAll(INVISIBLE, "").strip(), wanted));
    }
    var header = new ListHeader(columns);
    header.refuseDoubles();
    if (!columns.contains(ListReader.PHONE)) {
      throw new UnreadableList(
          "NO_PHONE_COLUMN", "No column is called phone, phone_number, mobile or tel.");
    }
    return header;
  }

  private static @Nullable String column(String name, Map<String, String> mapping) {
    if (name.isEmpty()) {
      return null;
    }
    if (name.length() > LONGEST_NAME) {
      throw new UnreadableList("LONG_COLUMN_NAME", "A column's name has over 64 characters.");
    }
    var plain = plain(name);
    var field = mapping.getOrDefault(plain, plain);
    if (PHONE.contains(field)) {
      return ListReader.PHONE;
    }
    return KNOWN.contains(field) || mapping.containsKey(plain) ? field : name;
  }

  private static String plain(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
  }

  private void refuseDoubles() {
    var seen = new HashSet<String>();
    for (var column : columns) {
      if (column != null && !seen.add(column)) {
        var phone = column.equals(ListReader.PHONE);
        throw new UnreadableList(
            phone ? "TWO_PHONE_COLUMNS" : "DOUBLED_COLUMN",
            phone ? "Two columns are for the phone number." : "Two columns have the same name.");
      }
    }
  }

  int size() {
    return columns.size();
  }

  @Nullable String column(int index) {
    return columns.get(index);
  }
}
