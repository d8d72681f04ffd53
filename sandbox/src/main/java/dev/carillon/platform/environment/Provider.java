package dev.carillon.platform.environment;

import java.util.List;
import java.util.Map;

/// An outside service, and what must be set for it to be on.
///
/// @param stoodIn whether the sandbox can stand in for it
public record Provider(String name, List<String> credentials, boolean stoodIn) {
  private static final Provider TWILIO =
      new Provider(
          "Twilio",
          List.of("TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "TWILIO_PHONE_NUMBER"),
          true);
  private static final Provider OPENAI = new Provider("OpenAI", List.of("OPENAI_API_KEY"), true);

  private static final Provider DEEPGRAM =
      new Provider("Deepgram", List.of("DEEPGRAM_API_KEY"), true);

  /// Every provider Carillon knows.
  public static final List<Provider> ALL =
      List.of(
          TWILIO,
          OPENAI,
          new Provider("Anthropic", List.of("ANTHROPIC_API_KEY"), false),
          DEEPGRAM,
          new Provider("ElevenLabs", List.of("ELEVENLABS_API_KEY"), false),
          new Provider("Google", List.of("GOOGLE_APPLICATION_CREDENTIALS"), false),
          new Provider(
              "Salesforce", List.of("SALESFORCE_CLIENT_ID", "SALESFORCE_CLIENT_SECRET"), false),
          new Provider("automation", List.of("MAKE_WEBHOOK_URL"), false));

  public Provider {
    credentials = List.copyOf(credentials);
  }

  /// Those the sandbox stands in for, because they lack credentials and nobody turned the sandbox
  /// off. Deepgram only beside the sandbox's own carrier: who is called by a real one is not to be
  /// left to a stand-in when another engine fails.
  public static List<Provider> sandboxed(Environment environment) {
    if (environment.orElse("CARILLON_SANDBOX", "on").equals("off")) {
      return List.of();
    }
    return ALL.stream()
        .filter(provider -> provider.stoodIn && !provider.missing(environment).isEmpty())
        .filter(provider -> !provider.equals(DEEPGRAM) || !TWILIO.missing(environment).isEmpty())
        .toList();
  }

  /// What is not set of what it needs.
  public List<String> missing(Environment environment) {
    return credentials.stream().filter(name -> !environment.has(name)).toList();
  }

  /// Credentials and addresses with which the sandbox on `port` stands in for it.
  public Map<String, String> sandboxVariables(int port) {
    if (equals(TWILIO)) {
      return Map.of(
          "TWILIO_ACCOUNT_SID",
          "AC" + "0".repeat(31) + "1",
          "TWILIO_AUTH_TOKEN",
          "sandbox-auth-token",
          "TWILIO_PHONE_NUMBER",
          "+14155550100",
          "TWILIO_API_URL",
          "http://127.0.0.1:" + port);
    }
    if (equals(OPENAI)) {
      return Map.of(
          "OPENAI_API_KEY", "sandbox-key",
          "OPENAI_BASE_URL", "http://127.0.0.1:" + port + "/v1",
          "OPENAI_REALTIME_URL", "ws://127.0.0.1:" + port + "/v1/realtime");
    }
    if (equals(DEEPGRAM)) {
      return Map.of("DEEPGRAM_API_KEY", "sandbox-key", "DEEPGRAM_URL", "http://127.0.0.1:" + port);
    }
    return Map.of();
  }
}
