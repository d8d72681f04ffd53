package dev.carillon.compliance;

/// What a call is for in the eyes of the law. A call is of one nature: when in doubt, `MARKETING`.
public enum CallNature {
  INFORMATIONAL,
  MARKETING
}
