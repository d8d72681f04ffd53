package dev.carillon.platform;

import dev.carillon.platform.postgres.EmbeddedPostgres;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The variables each part is started with: the launch's own, completed, and cut down to what the
/// part needs.
final class PartEnvironment {
  private static final Set<String> SYSTEM =
      Set.of("PATH", "HOME", "USER", "LANG", "LC_ALL", "TMPDIR", "SSL_CERT_FILE", "SSL_CERT_DIR");
  private static final List<String> DATABASE = List.of("DATABASE_", "CARILLON_POSTGRES_PASSWORD");
  private static final List<String> PROVIDER_SECRETS =
      List.of("ANTHROPIC_", "DEEPGRAM_", "ELEVENLABS_", "GOOGLE_", "SALESFORCE_", "MAKE_");

  private final Environment environment;

  private PartEnvironment(Environment environment) {
    this.environment = environment;
  }

  /// @param postgres the embedded server, null when `DATABASE_URL` names another
  /// @param sandboxed providers the sandbox stands in for
  static PartEnvironment complete(
      Environment given,
      Home home,
      Ports ports,
      Map<String, String> secrets,
      @Nullable EmbeddedPostgres postgres,
      List<Provider> sandboxed) {
    var all = new HashMap<String, String>();
    secrets.forEach((name, value) -> all.put(name, given.orElse(name, value)));
    all.put("CARILLON_HOME", home.folder().toString());
    all.put("CARILLON_BIND", given.bind());
    ports(all, ports);
    var api = "http://" + reachable(given.bind()) + ":" + ports.api();
    var bridge = "ws://" + reachable(given.bind()) + ":" + ports.mediaBridge();
    all.put("CARILLON_API_URL", api);
    all.put("TEMPORAL_ADDRESS", given.orElse("TEMPORAL_ADDRESS", "127.0.0.1:" + ports.temporal()));
    if (!given.has("TEMPORAL_ADDRESS")) {
      all.put("CARILLON_TEMPORAL_UI_URL", "http://127.0.0.1:" + ports.temporalUi());
    }
    if (postgres != null) {
      all.put("DATABASE_URL", postgres.url());
      all.put("DATABASE_USER", postgres.application().user());
      all.put("DATABASE_PASSWORD", postgres.application().password());
      all.put("DATABASE_MIGRATION_USER", postgres.owner().user());
      all.put("DATABASE_MIGRATION_PASSWORD", postgres.owner().password());
    }
    sandboxed.forEach(provider -> all.putAll(provider.sandboxVariables(ports.sandbox())));
    var merged = given.with(all);
    if (merged.onLoopback("TWILIO_API_URL")) {
      merged =
          merged.with(
              Map.of(
                  "PUBLIC_URL", merged.orElse("PUBLIC_URL", api),
                  "MEDIA_PUBLIC_URL", merged.orElse("MEDIA_PUBLIC_URL", bridge)));
    }
    return new PartEnvironment(merged);
  }

  Environment whole() {
    return environment;
  }

  /// For programs that are not ours: no secrets, no addresses.
  Map<String, String> foreign() {
    var few = new TreeMap<String, String>();
    environment
        .variables()
        .forEach((name, value) -> {
          if (SYSTEM.contains(name) || name.startsWith("XDG_") || name.equals("CARILLON_HOME")) {
            few.put(name, value);
          }
        });
    return few;
  }

  Map<String, String> of(Application application) {
    return switch (application.name()) {
      case "media-bridge" -> without(DATABASE);
      case "sandbox" -> sandbox();
      default -> without(List.of("CARILLON_POSTGRES_PASSWORD"));
    };
  }

  /// It plays the providers, so it is not trusted with anybody's real credentials.
  private Map<String, String> sandbox() {
    var few = without(DATABASE);
    few.keySet().removeIf(name -> PROVIDER_SECRETS.stream().anyMatch(name::startsWith));
    few.keySet().removeAll(Set.of("CARILLON_CODEC_KEYS", "CARILLON_INTERNAL_TOKEN"));
    for (var provider : Provider.ALL) {
      var real = provider.credentials().stream().map(environment::get).toList();
      if (!real.equals(standIns(provider))) {
        provider.credentials().forEach(few::remove);
      }
    }
    return few;
  }

  private List<java.util.Optional<String>> standIns(Provider provider) {
    var values = provider.sandboxVariables(0);
    return provider.credentials().stream()
        .map(name -> java.util.Optional.ofNullable(values.get(name)))
        .toList();
  }

  private Map<String, String> without(List<String> prefixes) {
    var rest = new TreeMap<>(environment.variables());
    rest.keySet().removeIf(name -> prefixes.stream().anyMatch(name::startsWith));
    return rest;
  }

  private static void ports(Map<String, String> all, Ports ports) {
    all.put("CARILLON_API_PORT", Integer.toString(ports.api()));
    all.put("CARILLON_MEDIA_BRIDGE_PORT", Integer.toString(ports.mediaBridge()));
    all.put("CARILLON_SANDBOX_PORT", Integer.toString(ports.sandbox()));
    all.put("CARILLON_TEMPORAL_PORT", Integer.toString(ports.temporal()));
    all.put("CARILLON_TEMPORAL_UI_PORT", Integer.toString(ports.temporalUi()));
    all.put("CARILLON_POSTGRES_PORT", Integer.toString(ports.postgres()));
    all.put("CARILLON_WORKER_PORT", Integer.toString(ports.worker()));
  }

  /// An address under which something that listens on `bind` answers from this machine.
  static String reachable(String bind) {
    return bind.equals("0.0.0.0") || bind.equals("::") ? "127.0.0.1" : bind;
  }
}
