package dev.carillon.sandbox.carrier.twiml;

import java.util.Map;
import java.util.Set;

/// The verbs, nouns and attributes there are.
final class TwimlRules {
  private static final String CALLBACK = "recordingStatusCallback";
  private static final String CALLBACK_METHOD = "recordingStatusCallbackMethod";
  private static final String CALLBACK_EVENT = "recordingStatusCallbackEvent";

  static final Map<String, Set<String>> ATTRIBUTES =
      Map.ofEntries(
          Map.entry("Say", Set.of("voice", "language", "loop")),
          Map.entry("Play", Set.of("loop", "digits")),
          Map.entry("Pause", Set.of("length")),
          Map.entry("Redirect", Set.of("method")),
          Map.entry("Hangup", Set.of()),
          Map.entry("Reject", Set.of("reason")),
          Map.entry("Connect", Set.of("action", "method")),
          Map.entry("Start", Set.of("action", "method")),
          Map.entry("Stop", Set.of()),
          Map.entry(
              "Stream", Set.of("url", "name", "track", "statusCallback", "statusCallbackMethod")),
          Map.entry("Parameter", Set.of("name", "value")),
          Map.entry(
              "Recording",
              Set.of(CALLBACK, CALLBACK_METHOD, CALLBACK_EVENT, "track", "channels", "trim")),
          Map.entry(
              "Dial",
              Set.of(
                  "action",
                  "method",
                  "timeout",
                  "callerId",
                  "record",
                  CALLBACK,
                  CALLBACK_METHOD,
                  CALLBACK_EVENT,
                  "hangupOnStar",
                  "timeLimit",
                  "trim",
                  "answerOnBridge",
                  "ringTone",
                  "sequential")),
          Map.entry(
              "Number",
              Set.of(
                  "url",
                  "method",
                  "sendDigits",
                  "statusCallback",
                  "statusCallbackMethod",
                  "statusCallbackEvent")),
          Map.entry(
              "Gather",
              Set.of(
                  "action",
                  "method",
                  "timeout",
                  "numDigits",
                  "finishOnKey",
                  "input",
                  "language",
                  "hints",
                  "speechTimeout",
                  "speechModel",
                  "actionOnEmptyResult",
                  "enhanced",
                  "profanityFilter",
                  "partialResultCallback",
                  "partialResultCallbackMethod")),
          Map.entry(
              "Record",
              Set.of(
                  "action",
                  "method",
                  "timeout",
                  "finishOnKey",
                  "maxLength",
                  "playBeep",
                  "trim",
                  CALLBACK,
                  CALLBACK_METHOD,
                  CALLBACK_EVENT,
                  "transcribe",
                  "transcribeCallback")),
          Map.entry("Message", Set.of("to", "from", "action", "method", "statusCallback")));

  static final Set<String> VERBS =
      Set.of(
          "Say",
          "Play",
          "Pause",
          "Redirect",
          "Hangup",
          "Reject",
          "Connect",
          "Start",
          "Stop",
          "Dial",
          "Gather",
          "Record",
          "Message");

  private TwimlRules() {}
}
