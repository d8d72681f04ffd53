package dev.carillon.activities.rules;

import dev.carillon.compliance.ZoneTable;
import dev.carillon.compliance.ZoneTable.ZoneCorrection;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads the file of zones.
final class ZoneFile {
  private static final Pattern AREA_CODE = Pattern.compile("[2-9]\\d{2}");
  private static final Pattern ZIP_PREFIXES = Pattern.compile("(\\d{3})(?:-(\\d{3}))?");
  private static final Pattern CANADIAN_PREFIX = Pattern.compile("[A-Z]");

  private ZoneFile() {}

  static ZoneTable read(Entry file) {
    file.allowOnly("version", "corrections", "areaCodes", "regions", "postalCodes");
    Map<String, Set<ZoneId>> regions = regions(file.field("regions"));
    return new ZoneTable(
        file.field("version").text(),
        areaCodes(file.field("areaCodes")),
        regions,
        postalCodes(file.field("postalCodes"), regions.keySet()),
        corrections(file.field("corrections")));
  }

  private static List<ZoneCorrection> corrections(Entry list) {
    return list.items().stream()
        .map(item ->
            new ZoneCorrection(
                item.field("zone").zone(), item.field("fixedIn").text(), item.field("also").zone()))
        .toList();
  }

  private static Map<String, Set<ZoneId>> areaCodes(Entry list) {
    var all = new TreeMap<String, Set<ZoneId>>();
    for (Entry group : list.items()) {
      group.allowOnly("zones", "codes");
      Entry codes = group.field("codes");
      Set<ZoneId> zones = zones(group.field("zones"));
      for (String code : codes.text().strip().split("\\s+")) {
        if (!AREA_CODE.matcher(code).matches()) {
          throw codes.invalid(code + " is not an area code");
        }
        if (all.put(code, zones) != null) {
          throw codes.invalid(code + " is there twice");
        }
      }
    }
    return all;
  }

  private static Map<String, Set<ZoneId>> regions(Entry entry) {
    return entry.fields().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> zones(e.getValue())));
  }

  private static Set<ZoneId> zones(Entry entry) {
    var zones = entry.items().stream().map(Entry::zone).collect(Collectors.toUnmodifiableSet());
    if (zones.isEmpty()) {
      throw entry.invalid("must name a zone");
    }
    return zones;
  }

  private static Map<String, Set<String>> postalCodes(Entry entry, Set<String> regions) {
    entry.allowOnly("US", "CA");
    var all = new TreeMap<String, Set<String>>();
    entry.field("US").fields().forEach((range, e) -> zips(range, known(e, regions), e, all));
    for (var field : entry.field("CA").fields().entrySet()) {
      if (!CANADIAN_PREFIX.matcher(field.getKey()).matches()) {
        throw field.getValue().invalid("must be a letter");
      }
      all.put("CA " + field.getKey(), known(field.getValue(), regions));
    }
    return all;
  }

  private static void zips(
      String range, Set<String> regions, Entry entry, Map<String, Set<String>> all) {
    var prefixes = ZIP_PREFIXES.matcher(range);
    if (!prefixes.matches()) {
      throw entry.invalid("must be three digits, or two of these with a dash");
    }
    int first = Integer.parseInt(prefixes.group(1));
    int last = prefixes.group(2) == null ? first : Integer.parseInt(prefixes.group(2));
    for (int prefix = first; prefix <= last; prefix++) {
      all.put("US %03d".formatted(prefix), regions);
    }
  }

  private static Set<String> known(Entry entry, Set<String> regions) {
    for (String region : entry.texts()) {
      if (!regions.contains(region)) {
        throw entry.invalid(region + " is not one of the regions");
      }
    }
    return Set.copyOf(entry.texts());
  }
}
