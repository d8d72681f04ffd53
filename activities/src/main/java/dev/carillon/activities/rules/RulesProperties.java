package dev.carillon.activities.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// What an operator may set about the rules, under `carillon.rules`.
///
/// @param countries ISO 3166 countries that may be called instead of those of the rule file; `US`
///   brings its territories along
@ConfigurationProperties("carillon.rules")
public record RulesProperties(@Nullable List<String> countries) {

  public RulesProperties {
    countries = countries == null ? List.of() : List.copyOf(countries);
  }
}
