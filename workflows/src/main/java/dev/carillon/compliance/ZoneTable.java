package dev.carillon.compliance;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Where numbers and addresses may lie: data that only ever adds candidate zones.
///
/// @param version of the data
/// @param areaCodes every zone in which a number of a North American area code may lie
/// @param regions zones of an ISO 3166-2 region, such as `US-FL`
/// @param postalPrefixes regions of a country's postal codes by their beginning, such as `US 331`
///   and `CA V`
/// @param corrections zones of which an outdated time zone database tells the wrong time
public record ZoneTable(
    String version,
    Map<String, Set<ZoneId>> areaCodes,
    Map<String, Set<ZoneId>> regions,
    Map<String, Set<String>> postalPrefixes,
    List<ZoneCorrection> corrections) {

  public ZoneTable {
    areaCodes = Map.copyOf(areaCodes);
    regions = Map.copyOf(regions);
    postalPrefixes = Map.copyOf(postalPrefixes);
    corrections = List.copyOf(corrections);
  }

  /// Until the time zone database is of version `fixedIn`, whoever may be in `zone` may also live
  /// by the clock of `also`.
  public record ZoneCorrection(ZoneId zone, String fixedIn, ZoneId also) {}
}
