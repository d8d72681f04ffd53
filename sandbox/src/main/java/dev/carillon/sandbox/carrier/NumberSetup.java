package dev.carillon.sandbox.carrier;

/// Where the customer is asked when somebody phones or texts the account's number. Any thread may
/// read and change.
public final class NumberSetup {
  private volatile String voiceUrl;
  private volatile String smsUrl;

  public NumberSetup(String voiceUrl, String smsUrl) {
    this.voiceUrl = voiceUrl;
    this.smsUrl = smsUrl;
  }

  public String voiceUrl() {
    return voiceUrl;
  }

  public String smsUrl() {
    return smsUrl;
  }

  public void askForCallsAt(String url) {
    voiceUrl = url;
  }

  public void askForTextsAt(String url) {
    smsUrl = url;
  }
}
