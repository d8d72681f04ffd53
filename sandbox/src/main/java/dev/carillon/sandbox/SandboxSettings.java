package dev.carillon.sandbox;

import dev.carillon.sandbox.carrier.Account;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// What the sandbox is told by its environment. Port 0 means any free one; without a folder, one
/// for this run is made.
record SandboxSettings(
    String bind,
    int port,
    Account account,
    String openAiKey,
    String deepgramKey,
    Optional<Path> scenario,
    Optional<Path> data,
    double callsPerSecond,
    String voiceUrl,
    String smsUrl) {
  private static final String DEFAULT_SID = "AC" + "0".repeat(31) + "1";

  /// Reads the variables; what is missing gets the sandbox's own value.
  static SandboxSettings of(Map<String, String> environment) {
    Reader reader = new Reader(environment);
    String api =
        reader.text("PUBLIC_URL", "http://127.0.0.1:" + reader.text("CARILLON_API_PORT", "8080"));
    return new SandboxSettings(
        reader.text("CARILLON_BIND", "127.0.0.1"),
        Integer.parseInt(reader.text("CARILLON_SANDBOX_PORT", "8090")),
        new Account(
            reader.text("TWILIO_ACCOUNT_SID", DEFAULT_SID),
            reader.text("TWILIO_AUTH_TOKEN", "sandbox"),
            reader.text("TWILIO_PHONE_NUMBER", "+15005550006")),
        reader.text("OPENAI_API_KEY", "sandbox"),
        reader.text("DEEPGRAM_API_KEY", "sandbox"),
        reader.path("CARILLON_SANDBOX_SCENARIO"),
        reader.path("CARILLON_SANDBOX_DATA"),
        Double.parseDouble(reader.text("CARILLON_SANDBOX_CALLS_PER_SECOND", "50")),
        reader.text("CARILLON_SANDBOX_VOICE_URL", api + "/webhooks/twilio/voice/incoming"),
        reader.text("CARILLON_SANDBOX_SMS_URL", api + "/webhooks/twilio/sms/incoming"));
  }

  private record Reader(Map<String, String> environment) {
    String text(String name, String otherwise) {
      String value = environment.getOrDefault(name, "").strip();
      return value.isEmpty() ? otherwise : value;
    }

    Optional<Path> path(String name) {
      return Optional.of(text(name, "")).filter(path -> !path.isEmpty()).map(Path::of);
    }
  }
}
