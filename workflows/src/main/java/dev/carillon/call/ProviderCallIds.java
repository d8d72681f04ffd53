package dev.carillon.call;

import java.util.Optional;

/// The carrier's ids of our calls, from the books.
@FunctionalInterface
public interface ProviderCallIds {

  /// Empty while the carrier has not told.
  Optional<String> of(CallStart call);
}
