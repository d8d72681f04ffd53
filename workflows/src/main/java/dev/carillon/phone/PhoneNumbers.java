package dev.carillon.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import com.google.i18n.phonenumbers.ShortNumberInfo;
import dev.carillon.phone.PhoneReading.Accepted;
import dev.carillon.phone.PhoneReading.Refused;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Reads what people and files write as phone numbers, strictly: a text that might be another
/// person's number, or no single person's, is refused with a code that says why.
public final class PhoneNumbers {
  /// Version of the numbering plans in use; stored with each number that is read.
  public static final String METADATA_VERSION = "libphonenumber-9.0.43";

  private static final Set<String> US_TERRITORIES = Set.of("AS", "GU", "MP", "PR", "VI");
  private static final Set<PhoneNumberType> PERSONS =
      Set.of(
          PhoneNumberType.FIXED_LINE,
          PhoneNumberType.MOBILE,
          PhoneNumberType.FIXED_LINE_OR_MOBILE,
          PhoneNumberType.VOIP);
  private static final String WORLD = "001";
  private static final int LONGEST_EXTENSION = 7;

  private final PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
  private final ShortNumberInfo shortNumbers = ShortNumberInfo.getInstance();
  private final Set<String> countries;

  private PhoneNumbers(Collection<String> countries) {
    this.countries = withTerritories(countries);
  }

  /// The default: numbers of the United States with its territories, and of Canada.
  public static PhoneNumbers standard() {
    return allowing(Set.of("US", "CA"));
  }

  /// Accepts numbers of these ISO 3166 countries alone; `US` brings its territories along.
  public static PhoneNumbers allowing(Collection<String> countries) {
    return new PhoneNumbers(countries);
  }

  /// `countries` and, where the United States are among them, the territories that share their
  /// plan.
  public static Set<String> withTerritories(Collection<String> countries) {
    var all = new TreeSet<>(countries);
    if (all.contains("US")) {
      all.addAll(US_TERRITORIES);
    }
    return Set.copyOf(all);
  }

  /// Reads `text`; without a country code it is taken as a number of `defaultRegion`.
  ///
  /// @param defaultRegion ISO 3166 country, or null when only international writing is understood
  public PhoneReading read(String text, @Nullable String defaultRegion) {
    return switch (RawNumber.clean(text)) {
      case RawNumber.Unusable(Refused why) -> why;
      case RawNumber.Usable(String cleaned) -> readCleaned(cleaned, defaultRegion);
    };
  }

  /// The ISO 3166 country of `number`, `001` when it belongs to none, `ZZ` when that is unknown.
  public String region(PhoneNumber number) {
    try {
      String region = plans.getRegionCodeForNumber(plans.parse(number.e164(), null));
      return region == null ? "ZZ" : region;
    } catch (NumberParseException _) {
      return "ZZ";
    }
  }

  private PhoneReading readCleaned(String cleaned, @Nullable String defaultRegion) {
    Refused shortCode = refuseShort(cleaned, defaultRegion);
    if (shortCode != null) {
      return shortCode;
    }
    try {
      return judge(plans.parse(cleaned, defaultRegion), defaultRegion);
    } catch (NumberParseException e) {
      return refuseUnparsed(e.getErrorType());
    }
  }

  private @Nullable Refused refuseShort(String cleaned, @Nullable String region) {
    if (region == null) {
      return null;
    }
    if (shortNumbers.isEmergencyNumber(cleaned, region)) {
      return Refusals.of("EMERGENCY");
    }
    boolean plain = cleaned.chars().allMatch(c -> c < 128 && (Character.isDigit(c) || c == '*'));
    if (!plain) {
      return null;
    }
    try {
      var number = plans.parse(cleaned, region);
      boolean shortCode = shortNumbers.isPossibleShortNumberForRegion(number, region);
      return shortCode ? Refusals.of("SHORT_CODE") : null;
    } catch (NumberParseException _) {
      return null;
    }
  }

  private PhoneReading judge(Phonenumber.PhoneNumber number, @Nullable String defaultRegion) {
    String national = plans.getNationalSignificantNumber(number);
    if (isEmergency(number, national, defaultRegion)) {
      return Refusals.of("EMERGENCY");
    }
    if (number.getExtension().length() > LONGEST_EXTENSION) {
      return Refusals.of("TOO_LONG");
    }
    var possible = plans.isPossibleNumberWithReason(number);
    if (possible != PhoneNumberUtil.ValidationResult.IS_POSSIBLE) {
      return refuseImpossible(possible);
    }
    if (!plans.isValidNumber(number)) {
      return Refusals.of("UNASSIGNED_RANGE");
    }
    return judgeUse(number, national);
  }

  private boolean isEmergency(
      Phonenumber.PhoneNumber number, String national, @Nullable String defaultRegion) {
    String region = plans.getRegionCodeForCountryCode(number.getCountryCode());
    return (defaultRegion != null && shortNumbers.isEmergencyNumber(national, defaultRegion))
        || (!WORLD.equals(region) && shortNumbers.isEmergencyNumber(national, region));
  }

  private PhoneReading judgeUse(Phonenumber.PhoneNumber number, String national) {
    boolean american = number.getCountryCode() == 1;
    if (american && ReservedNumbers.isTest(national)) {
      return Refusals.of("TEST_NUMBER");
    }
    String region = plans.getRegionCodeForNumber(number);
    PhoneNumberType type = plans.getNumberType(number);
    boolean nowhere = region == null || WORLD.equals(region);
    if (!PERSONS.contains(type)) {
      return Refusals.of("TYPE_" + type.name());
    }
    if (nowhere) {
      return Refusals.of("TYPE_NON_GEO");
    }
    if (american && ReservedNumbers.isDirectory(national)) {
      return Refusals.of("DIRECTORY_ASSISTANCE");
    }
    if (!countries.contains(region)) {
      return Refusals.of("COUNTRY_" + region);
    }
    String extension = number.hasExtension() ? number.getExtension() : null;
    String e164 = plans.format(number, PhoneNumberFormat.E164);
    return new Accepted(PhoneNumber.of(e164), extension, region, METADATA_VERSION);
  }

  private static Refused refuseImpossible(PhoneNumberUtil.ValidationResult result) {
    return switch (result) {
      case IS_POSSIBLE_LOCAL_ONLY -> Refusals.of("LOCAL_ONLY");
      case INVALID_COUNTRY_CODE -> Refusals.of("INVALID_COUNTRY_CODE");
      case TOO_SHORT -> Refusals.of("TOO_SHORT");
      case TOO_LONG -> Refusals.of("TOO_LONG");
      case INVALID_LENGTH, IS_POSSIBLE -> Refusals.of("INVALID_LENGTH");
    };
  }

  private static Refused refuseUnparsed(NumberParseException.ErrorType type) {
    return switch (type) {
      case INVALID_COUNTRY_CODE -> Refusals.of("INVALID_COUNTRY_CODE");
      case NOT_A_NUMBER -> Refusals.of("NOT_A_NUMBER");
      case TOO_SHORT_AFTER_IDD, TOO_SHORT_NSN -> Refusals.of("TOO_SHORT");
      case TOO_LONG -> Refusals.of("TOO_LONG");
    };
  }

  /// Whether `region` is a country whose national writing can be read.
  public boolean knowsRegion(String region) {
    return plans.getSupportedRegions().contains(region.toUpperCase(Locale.ROOT));
  }
}
