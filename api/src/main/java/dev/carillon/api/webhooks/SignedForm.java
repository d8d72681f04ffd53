package dev.carillon.api.webhooks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The parameters of a webhook whose signature was right. Twilio's signature runs names and values
/// together, so that the same signature fits `A=1B2` and `A=1` with `B=2`: only parameters of the
/// expected shape are believed.
record SignedForm(Map<String, String> parameters) {
  /// The request attribute that holds it.
  static final String ATTRIBUTE = "dev.carillon.signedForm";

  private static final Set<String> CALL_STATUS =
      Set.of(
          "queued",
          "initiated",
          "ringing",
          "in-progress",
          "completed",
          "busy",
          "failed",
          "no-answer",
          "canceled");
  private static final Map<String, Predicate<String>> SHAPES =
      Map.ofEntries(
          Map.entry("AccountSid", shape("AC[0-9a-f]{32}")),
          Map.entry("CallSid", shape("CA[0-9a-f]{32}")),
          Map.entry("ParentCallSid", shape("CA[0-9a-f]{32}")),
          Map.entry("MessageSid", shape("[SM]M[0-9a-f]{32}")),
          Map.entry("RecordingSid", shape("RE[0-9a-f]{32}")),
          Map.entry("CallStatus", CALL_STATUS::contains),
          Map.entry("SequenceNumber", shape("\\d{1,9}")),
          Map.entry("CallDuration", shape("\\d{1,9}")),
          Map.entry("RecordingDuration", shape("-?\\d{1,9}")),
          Map.entry("AnsweredBy", shape("[a-z_]{1,40}")),
          Map.entry("RecordingStatus", shape("[a-z-]{1,40}")),
          Map.entry("MessageStatus", shape("[a-z-]{1,40}")),
          Map.entry("OptOutType", shape("[A-Z]{1,10}")));

  SignedForm {
    parameters = Map.copyOf(parameters);
  }

  /// Empty when a parameter comes twice or has a shape it never has.
  static Optional<SignedForm> of(List<Map.Entry<String, String>> parameters) {
    var unique = new LinkedHashMap<String, String>();
    for (var parameter : parameters) {
      var shape = SHAPES.get(parameter.getKey());
      boolean strange = shape != null && !shape.test(parameter.getValue());
      if (strange || unique.put(parameter.getKey(), parameter.getValue()) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(new SignedForm(unique));
  }

  boolean has(String... names) {
    for (var name : names) {
      if (!parameters.containsKey(name)) {
        return false;
      }
    }
    return true;
  }

  /// A parameter that [SignedForm#has].
  String get(String name) {
    var value = parameters.get(name);
    if (value == null) {
      throw new IllegalStateException("not asked for before: " + name);
    }
    return value;
  }

  @Nullable String find(String name) {
    return parameters.get(name);
  }

  String orElse(String name, String other) {
    return parameters.getOrDefault(name, other);
  }

  private static Predicate<String> shape(String pattern) {
    return Pattern.compile(pattern).asMatchPredicate();
  }

  /// Names only: values are personal.
  @Override
  public String toString() {
    return "SignedForm" + parameters.keySet();
  }
}
