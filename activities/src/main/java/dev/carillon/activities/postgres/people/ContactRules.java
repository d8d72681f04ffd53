package dev.carillon.activities.postgres.people;

import dev.carillon.phone.PhoneNumber;
import dev.carillon.phone.PhoneNumbers;
import dev.carillon.phone.PhoneReading;
import java.text.Normalizer;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Checks what is handed in about people: every field that is wrong is named at once.
public final class ContactRules {
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_EMAIL = 254;
  private static final int LONGEST_POSTAL_CODE = 16;
  private static final int LONGEST_ATTRIBUTE = 2_000;
  private static final int LONGEST_KEY = 64;
  private static final int MOST_ATTRIBUTES = 200;
  private static final int MOST_CONSENTS = 50;
  private static final Instant OLDEST_CONSENT = Instant.parse("2000-01-01T00:00:00Z");
  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@,;<>]+@[^\\s@,;<>.]+(\\.[^\\s@,;<>.]+)+");
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");
  private static final Pattern BREAKS = Pattern.compile("\\s*\\p{Cntrl}+\\s*");
  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();
  private static final Set<String> REGIONS = Set.of(Locale.getISOCountries());
  private static final Set<String> KINDS = Set.of("EXPRESS", "EXPRESS_WRITTEN");
  private static final Set<String> CHANNELS = Set.of("VOICE", "SMS", "ALL");

  private final PhoneNumbers numbers;
  private final String defaultRegion;
  private final InstantSource clock;

  /// @param defaultRegion ISO 3166 country whose national writing is understood
  public ContactRules(PhoneNumbers numbers, String defaultRegion, InstantSource clock) {
    this.numbers = numbers;
    this.defaultRegion = defaultRegion;
    this.clock = clock;
  }

  /// Checks every field; those that may be absent are.
  public CheckedContact check(ContactFields given) {
    var errors = new ArrayList<FieldError>();
    var region = region(given.region(), errors);
    var phone = phone("phoneNumber", given.phoneNumber(), region, errors);
    var fields =
        new ContactFields(
            null,
            name(given.name(), errors),
            matching("email", given.email(), EMAIL, LONGEST_EMAIL, errors),
            zone(given.timeZone(), errors),
            region,
            text("postalCode", given.postalCode(), LONGEST_POSTAL_CODE, errors),
            matching("language", given.language(), LANGUAGE, LONGEST_KEY, errors),
            attributes(given.attributes(), errors),
            consents(given.consents(), errors));
    return phone == null || !errors.isEmpty()
        ? new CheckedContact.Bad(List.copyOf(errors))
        : new CheckedContact.Good(phone, fields);
  }

  /// Reads a number on its own, as in a search or a suppression.
  public PhoneReading number(@Nullable String text) {
    return text == null || text.isBlank()
        ? new PhoneReading.Refused("REQUIRED", "is required")
        : numbers.read(text, defaultRegion);
  }

  /// The number if `text` is one, else its E.164 spelling as it stands: what was stored by other
  /// rules can still be found.
  public @Nullable PhoneNumber numberOrNull(@Nullable String text) {
    return number(text) instanceof PhoneReading.Accepted accepted ? accepted.number() : null;
  }

  private PhoneReading.@Nullable Accepted phone(
      String field, @Nullable String text, @Nullable String region, List<FieldError> errors) {
    if (text == null) {
      errors.add(new FieldError(field, "REQUIRED", "is required"));
      return null;
    }
    return switch (numbers.read(text, region == null ? defaultRegion : region)) {
      case PhoneReading.Accepted accepted -> accepted;
      case PhoneReading.Refused(String code, String message) -> {
        errors.add(new FieldError(field, code, message));
        yield null;
      }
    };
  }

  private static @Nullable String name(@Nullable String text, List<FieldError> errors) {
    var name = text("name", text, LONGEST_NAME, errors);
    return name == null
        ? null
        : BREAKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFC)).replaceAll(" ");
  }

  private static @Nullable String text(
      String field, @Nullable String text, int longest, List<FieldError> errors) {
    if (text == null || text.isBlank()) {
      return null;
    }
    var stripped = text.strip();
    if (stripped.length() > longest) {
      errors.add(new FieldError(field, "TOO_LONG", "has over " + longest + " characters"));
    }
    return stripped;
  }

  private static @Nullable String matching(
      String field, @Nullable String text, Pattern pattern, int longest, List<FieldError> errors) {
    var stripped = text(field, text, longest, errors);
    if (stripped != null && stripped.length() <= longest && !pattern.matcher(stripped).matches()) {
      errors.add(new FieldError(field, "INVALID", "is not written like one"));
    }
    return stripped;
  }

  private static @Nullable String zone(@Nullable String text, List<FieldError> errors) {
    if (text == null || text.isBlank()) {
      return null;
    }
    if (!ZONES.contains(text.strip())) {
      errors.add(
          new FieldError("timeZone", "UNKNOWN_ZONE", "is not a zone such as America/New_York"));
    }
    return text.strip();
  }

  private static @Nullable String region(@Nullable String text, List<FieldError> errors) {
    if (text == null || text.isBlank()) {
      return null;
    }
    var region = text.strip().toUpperCase(Locale.ROOT);
    if (!REGIONS.contains(region)) {
      errors.add(new FieldError("region", "UNKNOWN_REGION", "is not a country such as US"));
      return null;
    }
    return region;
  }

  private static Map<String, @Nullable Object> attributes(
      @Nullable Map<String, @Nullable Object> given, List<FieldError> errors) {
    var kept = new LinkedHashMap<String, @Nullable Object>();
    if (given == null) {
      return kept;
    }
    if (given.size() > MOST_ATTRIBUTES) {
      errors.add(new FieldError("attributes", "TOO_MANY", "are more than 200"));
    }
    for (var entry : given.entrySet()) {
      var value = entry.getValue();
      var fault = fault(entry.getKey(), value);
      if (fault != null) {
        errors.add(new FieldError("attributes", "INVALID", fault));
      } else if (value != null) {
        kept.put(entry.getKey(), value);
      }
    }
    return kept;
  }

  private static @Nullable String fault(String key, @Nullable Object value) {
    if (key.isBlank() || key.length() > LONGEST_KEY || key.indexOf(0) >= 0) {
      return "have names of 1 to 64 characters";
    }
    return switch (value) {
      case null -> null;
      case String text when text.length() > LONGEST_ATTRIBUTE -> "have up to 2000 characters each";
      case String _, Number _, Boolean _ -> null;
      default -> "are texts, numbers or true and false";
    };
  }

  private List<@Nullable ConsentFields> consents(
      @Nullable List<@Nullable ConsentFields> given, List<FieldError> errors) {
    if (given == null) {
      return List.of();
    }
    if (given.size() > MOST_CONSENTS) {
      errors.add(new FieldError("consents", "TOO_MANY", "are more than 50"));
      return List.of();
    }
    for (int i = 0; i < given.size(); i++) {
      consent("consents[" + i + "]", given.get(i), errors);
    }
    return given;
  }

  private void consent(String field, @Nullable ConsentFields given, List<FieldError> errors) {
    if (given == null) {
      errors.add(new FieldError(field, "REQUIRED", "is required"));
      return;
    }
    oneOf(field + ".kind", given.kind(), KINDS, errors);
    oneOf(field + ".channel", given.channel(), CHANNELS, errors);
    if (given.source() == null || given.source().isBlank()) {
      errors.add(new FieldError(field + ".source", "REQUIRED", "is required"));
    } else {
      text(field + ".source", given.source(), LONGEST_NAME, errors);
    }
    text(field + ".textVersion", given.textVersion(), LONGEST_KEY, errors);
    var at = given.givenAt();
    if (at == null) {
      errors.add(new FieldError(field + ".givenAt", "REQUIRED", "is required"));
    } else if (at.isAfter(clock.instant()) || at.isBefore(OLDEST_CONSENT)) {
      errors.add(new FieldError(field + ".givenAt", "IMPLAUSIBLE", "is in the future or long ago"));
    }
  }

  private static void oneOf(
      String field, @Nullable String value, Set<String> words, List<FieldError> errors) {
    if (value == null) {
      errors.add(new FieldError(field, "REQUIRED", "is required"));
    } else if (!words.contains(value)) {
      errors.add(
          new FieldError(
              field,
              "UNKNOWN",
              "is one of " + String.join(", ", words.stream().sorted().toList())));
    }
  }
}
