package dev.carillon.intake;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.util.Map;
import java.util.UUID;

/// Takes people in from where their list is kept. Each import is published as a whole or leaves
/// nothing behind; every method may be repeated.
@ActivityInterface
public interface ListIntake {

  /// Reads the list and publishes it; heartbeats while it reads. An import that has ended stays as
  /// it is. A list that is no good, or that nobody lets us read, ends its import as failed.
  ///
  /// @throws dev.carillon.policy.ProviderFailure UNAVAILABLE when it cannot be read now
  @ActivityMethod(name = "ListIntake_takeIn")
  Taken takeIn(SheetImport order);

  /// Ends an import that could not be finished.
  @ActivityMethod(name = "ListIntake_giveUp")
  Taken giveUp(SheetImport order);

  /// People in a spreadsheet, on their way in.
  ///
  /// @param mapping field names by header; empty where headers say it themselves
  record SheetImport(
      UUID tenantId, UUID importId, String sheetId, String range, Map<String, String> mapping) {

    public SheetImport {
      mapping = Map.copyOf(mapping);
    }
  }

  /// How it ended.
  ///
  /// @param state `COMPLETED` or `FAILED`
  record Taken(String state) {}
}
