package dev.carillon.activities.rules;

import dev.carillon.compliance.Requirement.Destination;
import dev.carillon.compliance.Rule;
import dev.carillon.compliance.RuleSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Provides the shipped rule set, read and checked once at start.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RulesProperties.class)
public class RulesConfiguration {

  @Bean
  public RuleSet ruleSet(RulesProperties properties) {
    RuleSet shipped = shipped();
    List<String> countries = properties.countries();
    return countries == null || countries.isEmpty()
        ? shipped
        : opened(shipped, Set.copyOf(countries));
  }

  static RuleSet shipped() {
    return RuleFile.read(
        YamlFile.shipped("calling.yaml"), ZoneFile.read(YamlFile.shipped("zones.yaml")));
  }

  private static RuleSet opened(RuleSet shipped, Set<String> countries) {
    List<Rule> rules =
        shipped.rules().stream()
            .map(rule ->
                rule.requirement() instanceof Destination
                    ? new Rule(rule.id(), rule.citation(), rule.scope(), new Destination(countries))
                    : rule)
            .toList();
    return new RuleSet(shipped.version(), rules, shipped.zones());
  }
}
