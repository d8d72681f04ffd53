package dev.carillon.activities.rules;

/// A rule file that cannot be used; names the file, the rule and the field.
final class InvalidRuleFile extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  InvalidRuleFile(String file, String where, String problem) {
    super("%s: %s: %s".formatted(file, where, problem));
  }
}
