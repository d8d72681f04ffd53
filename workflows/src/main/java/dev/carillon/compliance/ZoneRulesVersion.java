package dev.carillon.compliance;

import java.time.zone.ZoneRulesProvider;

/// Version of a time zone database, such as `2026b`.
record ZoneRulesVersion(String name) {

  /// The one this Java runs with; it does not change while it runs.
  static ZoneRulesVersion installed() {
    return new ZoneRulesVersion(ZoneRulesProvider.getVersions("UTC").lastEntry().getKey());
  }

  /// Whether it is as new as `other`. Versions are a year and a letter, so their names sort.
  boolean atLeast(String other) {
    return name.compareTo(other) >= 0;
  }
}
