package dev.carillon.sandbox.carrier;

/// The one account of this carrier: its credentials and its number, in E.164.
public record Account(String sid, String authToken, String phoneNumber) {
  /// The API's version in every path.
  public static final String VERSION = "2010-04-01";

  /// The path of everything that belongs to the account.
  public String path() {
    return "/" + VERSION + "/Accounts/" + sid;
  }

  @Override
  public String toString() {
    return "Account[sid=" + sid + "]";
  }
}
