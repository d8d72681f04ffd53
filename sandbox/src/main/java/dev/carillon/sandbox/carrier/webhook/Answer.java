package dev.carillon.sandbox.carrier.webhook;

/// What the customer answered; status 0 when nothing came.
public record Answer(int status, String body, String contentType) {
  static final Answer NOTHING = new Answer(0, "", "");

  /// Whether the customer took it.
  public boolean taken() {
    return status >= 200 && status < 300;
  }
}
