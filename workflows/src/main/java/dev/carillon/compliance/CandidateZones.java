package dev.carillon.compliance;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Every zone in which a person may be, with how each became known. Empty means: nobody knows.
record CandidateZones(List<Candidate> all) {

  record Candidate(ZoneId zone, ZoneSource source) {}

  CandidateZones {
    all = List.copyOf(all);
  }

  boolean known() {
    return !all.isEmpty();
  }

  Set<ZoneId> distinct() {
    var zones = new LinkedHashSet<ZoneId>();
    all.forEach(candidate -> zones.add(candidate.zone()));
    return zones;
  }

  CandidateZones and(Collection<ZoneId> zones, ZoneSource source) {
    var more = new ArrayList<>(all);
    zones.stream()
        .sorted((a, b) -> a.getId().compareTo(b.getId()))
        .forEach(zone -> more.add(new Candidate(zone, source)));
    return new CandidateZones(more);
  }
}
