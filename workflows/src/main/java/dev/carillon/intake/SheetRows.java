package dev.carillon.intake;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads any spreadsheet that is shared with us.
public interface SheetRows {

  /// One page of a range. May be repeated; what somebody changes meanwhile may show or not.
  ///
  /// @throws dev.carillon.policy.ProviderFailure REJECTED when there is no such sheet or range, it
  ///   is not shared with us, or we have no credentials (code `off`); UNAVAILABLE when it cannot be
  ///   read now
  Page page(Query query);

  /// What is read.
  ///
  /// @param range in A1 notation, such as `Contacts!A1:H` or the name of a tab
  /// @param from row of the range to begin with, from 0
  record Query(UUID tenantId, String sheetId, String range, int from) {}

  /// Rows in order, cells as people see them; empty cells at the end of a row are left out, empty
  /// rows are not.
  ///
  /// @param next where the next page begins, or null at the end
  record Page(List<List<String>> rows, @Nullable Integer next) {

    public Page {
      rows = rows.stream().map(List::copyOf).toList();
    }
  }
}
