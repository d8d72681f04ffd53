package dev.carillon.api.internal;

import org.springframework.core.env.Environment;

/// The credential of the platform's own parts.
record InternalProperties(String token) {
  private static final int SHORTEST = 16;

  static InternalProperties from(Environment environment) {
    var token = environment.getProperty("CARILLON_INTERNAL_TOKEN", "").strip();
    if (token.length() < SHORTEST) {
      throw new IllegalStateException("CARILLON_INTERNAL_TOKEN needs at least 16 characters");
    }
    return new InternalProperties(token);
  }

  @Override
  public String toString() {
    return "InternalProperties[]";
  }
}
