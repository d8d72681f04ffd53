package dev.carillon.lead;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.carillon.policy.ProviderState;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.util.UUID;

/// The spreadsheet in which a business sees its leads: tab `Leads`, one row each, under a header
/// that is made when it is missing. People may sort it, and move or add columns.
///
/// A sheet without credentials is off: the answer says so, nothing fails. Otherwise each method
/// throws [dev.carillon.policy.ProviderFailure]: REJECTED when the sheet refuses (or our
/// credentials), UNAVAILABLE when nothing was done, UNKNOWN when it may have been. The last two are
/// to be repeated.
@ActivityInterface
public interface LeadSheet {

  /// Whether it is on and can be reached. Asks the sheet, writes nothing.
  @ActivityMethod(name = "LeadSheet_state")
  ProviderState state(StateQuery query);

  /// Puts the lead below the others, unless a row has its id already: repeating is harmless. What
  /// the person said stands there as text that no spreadsheet takes for a formula.
  @ActivityMethod(name = "LeadSheet_append")
  Row append(RowOrder order);

  record StateQuery(UUID tenantId) {}

  /// A lead to be written down.
  record RowOrder(UUID tenantId, Lead lead) {}

  /// What became of it.
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Row.Written.class, name = "written"),
    @JsonSubTypes.Type(value = Row.Off.class, name = "off")
  })
  sealed interface Row {

    /// It stands in the sheet.
    ///
    /// @param fresh whether it was written now; false also when an earlier try did it unnoticed
    record Written(boolean fresh) implements Row {}

    /// No sheet is configured: nothing was done and nothing needs to be.
    record Off() implements Row {}
  }
}
