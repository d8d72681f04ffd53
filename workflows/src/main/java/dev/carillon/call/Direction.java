package dev.carillon.call;

/// Who called whom: `OUTBOUND` is Carillon calling.
public enum Direction {
  INBOUND,
  OUTBOUND
}
