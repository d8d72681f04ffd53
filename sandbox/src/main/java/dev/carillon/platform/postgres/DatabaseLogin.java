package dev.carillon.platform.postgres;

/// A role of the database and its password.
public record DatabaseLogin(String user, String password) {
  @Override
  public String toString() {
    return user;
  }
}
