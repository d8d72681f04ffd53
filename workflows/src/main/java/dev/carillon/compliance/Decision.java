package dev.carillon.compliance;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether a number may be dialled now, with the receipt that says why.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Decision.Allowed.class, name = "allowed"),
  @JsonSubTypes.Type(value = Decision.Denied.class, name = "denied")
})
public sealed interface Decision {

  /// The reasons to keep.
  Receipt receipt();

  /// It may be dialled at this moment, and must be decided again at any other.
  record Allowed(Receipt receipt) implements Decision {}

  /// It may not be dialled now.
  ///
  /// @param reasons the rules that denied, the first of them first
  /// @param notBefore when to ask again; null when waiting does not help
  record Denied(Receipt receipt, List<Receipt.Reason> reasons, @Nullable Instant notBefore)
      implements Decision {

    public Denied {
      reasons = List.copyOf(reasons);
    }
  }
}
