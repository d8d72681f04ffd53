package dev.carillon.compliance;

/// How a candidate zone became known.
public enum ZoneSource {
  AREA_CODE,
  NUMBER_PREFIX,
  STATED,
  REGION,
  POSTAL_CODE,
  CORRECTION
}
