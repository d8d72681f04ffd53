package dev.carillon.platform.doctor;

/// One thing that was looked at: what, how it is, and what to do about it.
public record Finding(Verdict verdict, String what, String state) {

  /// How bad it is.
  public enum Verdict {
    FINE("ok "),
    OFF("-  "),
    WRONG("!! ");

    private final String mark;

    Verdict(String mark) {
      this.mark = mark;
    }

    public String mark() {
      return mark;
    }

    /// Whether `up` would not work, or not as its configuration says.
    public boolean stops() {
      return this == WRONG;
    }
  }

  static Finding fine(String what, String state) {
    return new Finding(Verdict.FINE, what, state);
  }

  static Finding off(String what, String state) {
    return new Finding(Verdict.OFF, what, state);
  }

  static Finding wrong(String what, String state) {
    return new Finding(Verdict.WRONG, what, state);
  }
}
