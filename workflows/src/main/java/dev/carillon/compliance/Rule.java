package dev.carillon.compliance;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One rule of calling: where it comes from, what it holds for, and what it asks.
///
/// @param id stable, such as `US-TCPA-HOURS`
/// @param citation the law, or the platform's own policy
public record Rule(String id, String citation, Scope scope, Requirement requirement) {

  public Rule {
    if (id.isBlank() || citation.isBlank()) {
      throw new IllegalArgumentException("a rule needs an id and a citation");
    }
  }

  /// What a rule holds for. Empty sets mean: for all.
  ///
  /// @param countries ISO 3166 countries of the number
  /// @param from first day on which it is in force, by UTC, null since ever
  /// @param until first day on which it no longer is, null for good
  public record Scope(
      Set<CallNature> natures,
      Set<String> countries,
      @Nullable LocalDate from,
      @Nullable LocalDate until) {

    /// For every call, always.
    public static final Scope EVERYTHING = new Scope(Set.of(), Set.of(), null, null);

    public Scope {
      natures = Set.copyOf(natures);
      countries = Set.copyOf(countries);
    }

    boolean holds(CallNature nature, String country, LocalDate day) {
      return (natures.isEmpty() || natures.contains(nature))
          && (countries.isEmpty() || countries.contains(country))
          && (from == null || !day.isBefore(from))
          && (until == null || day.isBefore(until));
    }
  }
}
