package dev.carillon.compliance;

import java.util.HashSet;
import java.util.List;

/// All rules of one version, in the order in which they are looked at.
///
/// @param version goes into every receipt
public record RuleSet(String version, List<Rule> rules, ZoneTable zones) {

  public RuleSet {
    rules = List.copyOf(rules);
    var ids = new HashSet<String>();
    for (Rule rule : rules) {
      if (!ids.add(rule.id())) {
        throw new IllegalArgumentException("two rules have the id " + rule.id());
      }
    }
  }
}
