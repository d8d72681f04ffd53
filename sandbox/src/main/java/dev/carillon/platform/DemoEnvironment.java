package dev.carillon.platform;

import dev.carillon.platform.environment.Environment;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;

/// The variables of a demo: whatever the environment says about providers, servers and real phones
/// is left out, so that a demo never touches anything but the sandbox.
public final class DemoEnvironment {
  private static final Pattern LEFT_OUT =
      Pattern.compile(
          "(TWILIO|OPENAI|ANTHROPIC|DEEPGRAM|ELEVENLABS|GOOGLE|SALESFORCE|MAKE|NHTSA|TEMPORAL|DATABASE"
              + "|S3|AWS)_.*|PUBLIC_URL|MEDIA_PUBLIC_URL|ALLOWED_TEST_NUMBERS|OWNER_PHONE_NUMBER"
              + "|CARILLON_(LIVE|CLOCK|BIND|API_TOKEN|SANDBOX|SANDBOX_SCENARIO|SANDBOX_DATA"
              + "|CODEC_KEYS|LINK_KEY|INTERNAL_TOKEN|CALLS_PER_SECOND|CONCURRENCY|OBJECTS_DIRECTORY)");
  private static final String OWNER = "+12064390175";

  private DemoEnvironment() {}

  /// The variables for a demo in `home`, on the usual ports as far as they are free.
  public static Environment of(Environment given, Path home, String allowedNumbers) {
    var variables = new HashMap<>(given.variables());
    variables.keySet().removeIf(name -> LEFT_OUT.matcher(name).matches());
    variables.put("CARILLON_HOME", home.toString());
    variables.put("ALLOWED_TEST_NUMBERS", String.join(",", List.of(allowedNumbers, OWNER)));
    variables.put("OWNER_PHONE_NUMBER", OWNER);
    var cleaned = new Environment(variables);
    Ports.DEFAULTS.forEach((name, otherwise) -> {
      if (!Ports.isFree(cleaned.port(name, otherwise))) {
        variables.put(name, "0");
      }
    });
    return new Environment(variables);
  }
}
