package dev.carillon.sandbox.carrier.rest;

import dev.carillon.sandbox.carrier.Form;
import dev.carillon.sandbox.ledger.Ledger;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What the carrier accepts as parameters. A breach is noted in the ledger; most are refused as
/// well.
final class Rules {
  static final Set<String> CREATE_CALL =
      Set.of(
          "To",
          "From",
          "Url",
          "Twiml",
          "ApplicationSid",
          "Method",
          "FallbackUrl",
          "FallbackMethod",
          "StatusCallback",
          "StatusCallbackEvent",
          "StatusCallbackMethod",
          "SendDigits",
          "Timeout",
          "TimeLimit",
          "Record",
          "RecordingChannels",
          "RecordingTrack",
          "RecordingStatusCallback",
          "RecordingStatusCallbackMethod",
          "RecordingStatusCallbackEvent",
          "Trim",
          "SipAuthUsername",
          "SipAuthPassword",
          "MachineDetection",
          "MachineDetectionTimeout",
          "MachineDetectionSpeechThreshold",
          "MachineDetectionSpeechEndThreshold",
          "MachineDetectionSilenceTimeout",
          "AsyncAmd",
          "AsyncAmdStatusCallback",
          "AsyncAmdStatusCallbackMethod",
          "CallerId",
          "Byoc",
          "CallReason",
          "CallToken",
          "ClientNotificationUrl");
  static final Set<String> UPDATE_CALL =
      Set.of(
          "Url",
          "Twiml",
          "Method",
          "Status",
          "FallbackUrl",
          "FallbackMethod",
          "StatusCallback",
          "StatusCallbackMethod",
          "TimeLimit");
  static final Set<String> LIST_CALLS =
      Set.of(
          "To",
          "From",
          "ParentCallSid",
          "Status",
          "StartTime",
          "StartTime<",
          "StartTime>",
          "EndTime",
          "EndTime<",
          "EndTime>",
          "PageSize",
          "Page",
          "PageToken");
  static final Set<String> RECORD_CALL =
      Set.of(
          "RecordingStatusCallback",
          "RecordingStatusCallbackMethod",
          "RecordingStatusCallbackEvent",
          "RecordingChannels",
          "RecordingTrack",
          "Trim");
  static final Set<String> CHANGE_RECORDING = Set.of("Status", "PauseBehavior");
  static final Set<String> SEND_MESSAGE =
      Set.of(
          "To",
          "From",
          "MessagingServiceSid",
          "Body",
          "MediaUrl",
          "StatusCallback",
          "ScheduleType",
          "SendAt",
          "ValidityPeriod",
          "MaxPrice",
          "ProvideFeedback",
          "ForceDelivery",
          "ContentRetention",
          "AddressRetention",
          "SmartEncoded",
          "ShortenUrls",
          "ApplicationSid",
          "Attempt",
          "ContentSid",
          "ContentVariables",
          "PersistentAction",
          "SendAsMms",
          "RiskCheck");

  private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");
  private static final Pattern LONG_NUMBER = Pattern.compile("\\+?\\d{7,}");
  private static final Set<String> EVENTS = Set.of("initiated", "ringing", "answered", "completed");
  private static final Map<String, List<Integer>> RANGES =
      Map.of(
          "Timeout", List.of(1, 600),
          "TimeLimit", List.of(1, 86_400),
          "MachineDetectionTimeout", List.of(3, 59),
          "MachineDetectionSpeechThreshold", List.of(1_000, 6_000),
          "MachineDetectionSpeechEndThreshold", List.of(500, 5_000),
          "MachineDetectionSilenceTimeout", List.of(2_000, 10_000),
          "ValidityPeriod", List.of(1, 36_000));
  private static final Set<String> METHODS = Set.of("GET", "POST");
  private static final Set<String> FLAGS = Set.of("true", "false");
  private static final Map<String, Set<String>> CHOICES =
      Map.of(
          "MachineDetection", Set.of("Enable", "DetectMessageEnd"),
          "RecordingChannels", Set.of("mono", "dual"),
          "RecordingTrack", Set.of("inbound", "outbound", "both"),
          "AsyncAmd", FLAGS,
          "Record", FLAGS,
          "Method", METHODS,
          "StatusCallbackMethod", METHODS,
          "AsyncAmdStatusCallbackMethod", METHODS,
          "RecordingStatusCallbackMethod", METHODS,
          "FallbackMethod", METHODS);
  private static final List<String> URLS =
      List.of(
          "Url",
          "FallbackUrl",
          "StatusCallback",
          "AsyncAmdStatusCallback",
          "RecordingStatusCallback");
  private static final int LONGEST_TWIML = 4_000;
  private static final int LONGEST_TEXT = 1_600;

  private final Ledger ledger;
  private final String ownNumber;

  Rules(Ledger ledger, String ownNumber) {
    this.ledger = ledger;
    this.ownNumber = ownNumber;
  }

  /// Checks a create request; the form that comes back is what the carrier understood.
  Form checkCreate(Form form) {
    checkNumbers(form);
    long documents =
        List.of("Url", "Twiml", "ApplicationSid").stream()
            .filter(name -> form.text(name).isPresent())
            .count();
    if (documents != 1) {
      throw breach(21205, "Exactly one of Url, Twiml and ApplicationSid must be given");
    }
    if (form.text("Twiml", "").length() > LONGEST_TWIML) {
      throw breach(21205, "Twiml is longer than 4000 characters");
    }
    checkValues(form);
    if (form.text("SendDigits").isPresent() && form.text("MachineDetection").isPresent()) {
      note("SendDigits disables MachineDetection");
    }
    if (form.flag("AsyncAmd") && form.text("AsyncAmdStatusCallback").isEmpty()) {
      note("21262 AsyncAmd without AsyncAmdStatusCallback");
    }
    return understoodEvents(form);
  }

  /// Checks a text.
  void checkMessage(Form form) {
    String to = form.text("To", "");
    if (!E164.matcher(to).matches()) {
      throw breach(21211, "The 'To' number " + to + " is not a valid phone number.");
    }
    if (form.text("From").isEmpty() && form.text("MessagingServiceSid").isEmpty()) {
      throw breach(21603, "A 'From' phone number is required");
    }
    String from = form.text("From", ownNumber);
    if (!from.equals(ownNumber)) {
      throw breach(21606, "The 'From' phone number provided (" + from + ") is not yours");
    }
    if (form.text("Body").isEmpty() && form.text("MediaUrl").isEmpty()) {
      throw breach(21602, "Message body is required");
    }
    if (form.text("Body", "").length() > LONGEST_TEXT) {
      throw breach(21617, "The concatenated message body exceeds the 1600 character limit");
    }
    checkValues(form);
  }

  /// Checks an update of a live call.
  void checkUpdate(Form form) {
    if (form.fields().isEmpty()) {
      throw breach(20001, "There is nothing to update");
    }
    String status = form.text("Status", "");
    if (!Set.of("", "completed", "canceled").contains(status)) {
      throw breach(20001, "Status must be canceled or completed, not '" + status + "'");
    }
    if (form.text("Url").isPresent() && form.text("Twiml").isPresent()) {
      throw breach(21218, "Only one of Url and Twiml may be given");
    }
    checkValues(form);
  }

  /// Checks ranges, choices and addresses.
  void checkValues(Form form) {
    for (String name : URLS) {
      form.text(name)
          .filter(url -> !isHttp(url))
          .ifPresent(url -> {
            throw breach(21205, name + " is not a valid URL: " + url);
          });
    }
    RANGES.forEach((name, range) ->
        form.text(name)
            .filter(value -> !isWithin(value, range))
            .ifPresent(value -> {
              throw breach(20001, name + " must be a number within " + range);
            }));
    CHOICES.forEach((name, choices) ->
        form.text(name)
            .filter(value -> !choices.contains(value))
            .ifPresent(value -> {
              throw breach(20001, name + " must not be '" + value + "'");
            }));
  }

  /// Notes a breach that the carrier lets pass.
  void note(String what) {
    ledger.strict("twilio", what, null);
  }

  /// Notes a breach and refuses it.
  Refusal breach(int code, String shown) {
    note(code + " " + LONG_NUMBER.matcher(shown).replaceAll("(number)"));
    return Refusal.invalid(code, shown);
  }

  private void checkNumbers(Form form) {
    String to = form.text("To", "");
    String from = form.text("From", "");
    if (to.isEmpty()) {
      throw breach(21201, "No 'To' number is specified");
    }
    if (from.isEmpty()) {
      throw breach(21213, "No 'From' number is specified");
    }
    if (!E164.matcher(to).matches()) {
      throw breach(21211, "The 'To' number " + to + " is not a valid phone number.");
    }
    if (!E164.matcher(from).matches()) {
      throw breach(21212, "The 'From' number " + from + " is not a valid phone number.");
    }
    if (!from.equals(ownNumber)) {
      throw breach(
          21210,
          "The source phone number provided, " + from + ", is not yet verified for your account.");
    }
  }

  /// A joined list of events is accepted and then matches nothing but the first: the call seems to
  /// stay at initiated.
  private Form understoodEvents(Form form) {
    List<String> events = form.all("StatusCallbackEvent");
    if (events.stream().anyMatch(event -> event.matches(".*[ ,].*"))) {
      note("StatusCallbackEvent joined into one value: the call stays at initiated");
      return form.with("StatusCallbackEvent", List.of("initiated"));
    }
    if (!EVENTS.containsAll(events)) {
      throw breach(21626, "StatusCallbackEvent holds an unknown event: " + events);
    }
    return form;
  }

  private static boolean isWithin(String value, List<Integer> range) {
    if (!value.matches("\\d{1,6}")) {
      return false;
    }
    int number = Integer.parseInt(value);
    return number >= range.get(0) && number <= range.get(1);
  }

  private static boolean isHttp(String url) {
    try {
      URI uri = new URI(url);
      return uri.getHost() != null
          && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
