package dev.carillon.activities.rules;

import dev.carillon.compliance.CallNature;
import dev.carillon.compliance.ConsentKind;
import dev.carillon.compliance.Requirement;
import dev.carillon.compliance.Rule;
import dev.carillon.compliance.RuleSet;
import dev.carillon.compliance.Weekday;
import dev.carillon.compliance.Window;
import dev.carillon.compliance.ZoneTable;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads a file of calling rules: each has an id, a citation, what it holds for, and exactly one
/// requirement.
final class RuleFile {
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
  private static final List<String> REQUIREMENTS =
      List.of("require", "consent", "window", "destination", "oneLiveCall", "zoneRules");
  private static final String[] FIELDS = {
    "id",
    "citation",
    "scope",
    "jurisdiction",
    "effectiveFrom",
    "effectiveTo",
    "require",
    "consent",
    "window",
    "destination",
    "oneLiveCall",
    "zoneRules"
  };

  private final Entry file;
  private final Requirement.Margin margin;

  private RuleFile(Entry file) {
    this.file = file;
    Entry kept = file.field("margin");
    kept.allowOnly("afterStart", "beforeEnd");
    this.margin =
        new Requirement.Margin(
            kept.field("afterStart").duration(), kept.field("beforeEnd").duration());
  }

  static RuleSet read(Entry file, ZoneTable zones) {
    file.allowOnly("version", "margin", "rules");
    return new RuleFile(file).ruleSet(zones);
  }

  private RuleSet ruleSet(ZoneTable zones) {
    var ids = new ArrayList<String>();
    var rules = new ArrayList<Rule>();
    for (Entry item : file.field("rules").items()) {
      Entry id = item.field("id");
      if (ids.contains(id.text())) {
        throw id.named(id.text()).invalid("id is there twice");
      }
      ids.add(id.text());
      rules.add(rule(item.named(id.text())));
    }
    return new RuleSet(file.field("version").text() + "/" + zones.version(), rules, zones);
  }

  private Rule rule(Entry rule) {
    rule.allowOnly(FIELDS);
    return new Rule(
        rule.field("id").text(), rule.field("citation").text(), scope(rule), requirement(rule));
  }

  private static Rule.Scope scope(Entry rule) {
    return new Rule.Scope(
        rule.optional("scope").map(RuleFile::natures).orElse(Set.of()),
        rule.optional("jurisdiction").map(RuleFile::countries).orElse(Set.of()),
        rule.optional("effectiveFrom").map(Entry::date).orElse(null),
        rule.optional("effectiveTo").map(Entry::date).orElse(null));
  }

  private static Set<CallNature> natures(Entry scope) {
    scope.allowOnly("purpose");
    return scope.field("purpose").items().stream()
        .map(item -> item.oneOf(CallNature.class))
        .collect(Collectors.toUnmodifiableSet());
  }

  // Only countries: which of its parts a number may lie in is not known, so a rule of a part would
  // silently never hold.
  private static Set<String> countries(Entry entry) {
    for (String country : entry.texts()) {
      if (!COUNTRY.matcher(country).matches()) {
        throw entry.invalid(country + " is not a country such as US");
      }
    }
    return Set.copyOf(entry.texts());
  }

  private Requirement requirement(Entry rule) {
    List<String> named = REQUIREMENTS.stream().filter(n -> rule.optional(n).isPresent()).toList();
    if (named.size() != 1) {
      throw rule.invalid("needs exactly one of " + REQUIREMENTS);
    }
    Entry field = rule.field(named.getFirst());
    return switch (named.getFirst()) {
      case "require" -> named(field);
      case "consent" -> new Requirement.ConsentGiven(field.oneOf(ConsentKind.class));
      case "window" -> new Requirement.InsideHours(windows(field), margin);
      case "destination" -> new Requirement.Destination(countries(field.field("countries")));
      case "oneLiveCall" -> new Requirement.OneLiveCall(field.field("again").duration());
      default -> new Requirement.ZoneRulesCurrent(field.field("atLeast").text());
    };
  }

  private Requirement named(Entry field) {
    return switch (field.text()) {
      case "TRIAL_GUARD" -> new Requirement.TrialGuard();
      case "NOT_SUPPRESSED" -> new Requirement.NotSuppressed();
      case "ATTEMPTS_LEFT" -> new Requirement.AttemptsLeft();
      case "BUDGET_LEFT" -> new Requirement.BudgetLeft();
      case "CAMPAIGN_OPEN" -> new Requirement.CampaignOpen();
      case "ZONE_KNOWN" -> new Requirement.ZoneKnown();
      case "CAMPAIGN_HOURS" -> new Requirement.InsideCampaignHours(margin);
      default -> throw field.invalid("is not a requirement that is known");
    };
  }

  private static List<Window> windows(Entry entry) {
    return entry.fields().entrySet().stream()
        .map(field -> window(field.getKey(), field.getValue()))
        .toList();
  }

  private static Window window(String days, Entry hours) {
    List<Entry> ends = hours.items();
    if (ends.size() != 2) {
      throw hours.invalid("must be a list of two times");
    }
    LocalTime from = ends.getFirst().time();
    LocalTime to = ends.getLast().time();
    if (!from.isBefore(to)) {
      throw hours.invalid("must begin before it ends");
    }
    return Window.on(days(days, hours), from, to);
  }

  /// `mon`, or `mon-fri`.
  private static Collection<Weekday> days(String text, Entry hours) {
    String[] ends = text.split("-", 2);
    Weekday first = day(ends[0]);
    Weekday last = day(ends[ends.length - 1]);
    if (first == null || last == null || first.compareTo(last) > 0) {
      throw hours.invalid("must be for days such as mon or mon-fri");
    }
    return EnumSet.range(first, last);
  }

  private static @Nullable Weekday day(String text) {
    for (Weekday day : Weekday.values()) {
      if (day.name().toLowerCase(Locale.ROOT).equals(text)) {
        return day;
      }
    }
    return null;
  }
}
