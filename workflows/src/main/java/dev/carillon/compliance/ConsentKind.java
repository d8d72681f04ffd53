package dev.carillon.compliance;

/// How formally a person agreed, from weak to strong.
public enum ConsentKind {
  EXPRESS,
  EXPRESS_WRITTEN;

  /// Whether a consent of this kind is enough where `needed` is asked for.
  public boolean satisfies(ConsentKind needed) {
    return compareTo(needed) >= 0;
  }
}
