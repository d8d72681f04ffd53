package dev.carillon.compliance;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber;
import dev.carillon.phone.PhoneNumber;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds the zones in which a person may be: the union of all that number, address and person say.
/// What one source says never takes away what another does.
final class Zones {
  private static final int NORTH_AMERICA = 1;
  // An exchange lies in a handful of zones; the library answers with all of the plan's 42 when it
  // does not know the area code.
  private static final int MOST_OF_ONE_AREA = 8;

  private final ZoneTable table;
  private final ZoneRulesVersion zoneRules;
  private final PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
  private final PhoneNumberToTimeZonesMapper prefixes = PhoneNumberToTimeZonesMapper.getInstance();

  Zones(ZoneTable table, ZoneRulesVersion zoneRules) {
    this.table = table;
    this.zoneRules = zoneRules;
  }

  CandidateZones of(PhoneNumber number, DialFacts.Contact contact) {
    var zones = new CandidateZones(List.of());
    try {
      zones = ofNumber(plans.parse(number.e164(), null));
    } catch (NumberParseException _) {
      // A number of no country lies nowhere: only the person's own words can place it.
    }
    return corrected(withContact(zones, contact));
  }

  private CandidateZones ofNumber(Phonenumber.PhoneNumber number) {
    var none = new CandidateZones(List.of());
    Set<ZoneId> byPrefix = byPrefix(number);
    if (number.getCountryCode() != NORTH_AMERICA) {
      boolean places = plans.isNumberGeographical(number) || sameClock(byPrefix);
      return places ? none.and(byPrefix, ZoneSource.NUMBER_PREFIX) : none;
    }
    String areaCode = plans.getNationalSignificantNumber(number).substring(0, 3);
    Set<ZoneId> byArea = table.areaCodes().getOrDefault(areaCode, Set.of());
    if (byArea.isEmpty()) {
      return none;
    }
    var zones = none.and(byArea, ZoneSource.AREA_CODE);
    return byPrefix.size() > MOST_OF_ONE_AREA
        ? zones
        : zones.and(byPrefix, ZoneSource.NUMBER_PREFIX);
  }

  private CandidateZones withContact(CandidateZones ofNumber, DialFacts.Contact contact) {
    var zones = ofNumber;
    if (contact.statedZone() != null) {
      zones = zones.and(Set.of(contact.statedZone()), ZoneSource.STATED);
    }
    if (contact.region() != null) {
      zones = zones.and(ofRegion(contact.region()), ZoneSource.REGION);
    }
    if (contact.postalCode() != null) {
      zones = zones.and(ofPostalCode(contact), ZoneSource.POSTAL_CODE);
    }
    return zones;
  }

  private CandidateZones corrected(CandidateZones zones) {
    Set<ZoneId> named = zones.distinct();
    Set<ZoneId> also =
        table.corrections().stream()
            .filter(c -> named.contains(c.zone()) && !zoneRules.atLeast(c.fixedIn()))
            .map(ZoneTable.ZoneCorrection::also)
            .collect(Collectors.toSet());
    return zones.and(also, ZoneSource.CORRECTION);
  }

  private Set<ZoneId> byPrefix(Phonenumber.PhoneNumber number) {
    return prefixes.getTimeZonesForNumber(number).stream()
        .filter(zone -> !zone.equals(PhoneNumberToTimeZonesMapper.getUnknownTimeZone()))
        .map(ZoneId::of)
        .collect(Collectors.toSet());
  }

  private Set<ZoneId> ofRegion(String region) {
    return table.regions().getOrDefault(region, Set.of());
  }

  // A ZIP code tells by three digits, a Canadian postal code by one letter.
  private Set<ZoneId> ofPostalCode(DialFacts.Contact contact) {
    String code = String.valueOf(contact.postalCode()).strip().toUpperCase(Locale.ROOT);
    boolean zip = !code.isEmpty() && Character.isDigit(code.charAt(0));
    String country = zip ? "US" : "CA";
    int length = zip ? 3 : 1;
    boolean foreign = contact.region() != null && !contact.region().startsWith(country);
    if (foreign || code.length() < length) {
      return Set.of();
    }
    String prefix = country + " " + code.substring(0, length);
    return table.postalPrefixes().getOrDefault(prefix, Set.of()).stream()
        .flatMap(region -> ofRegion(region).stream())
        .collect(Collectors.toSet());
  }

  private static boolean sameClock(Set<ZoneId> zones) {
    return zones.stream().map(ZoneId::getRules).distinct().count() == 1;
  }
}
