package dev.carillon.platform;

import dev.carillon.platform.environment.Environment;
import dev.carillon.platform.environment.Provider;
import dev.carillon.platform.postgres.EmbeddedPostgres;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
      List.of("ANTHROPIC_", "ELEVENLABS_", "GOOGLE_", "SALESFORCE_", "MAKE_");

  private static final List<String> CLOUD = List.of("TEMPORAL_API_KEY", "TEMPORAL_TLS");

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
    all.put("CARILLON_SANDBOX_DATA", home.folder().resolve("sandbox").toString());
    ports(all, ports);
    all.put("CARILLON_API_URL", "http://" + reachable(given.bind()) + ":" + ports.api());
    if (postgres != null) {
      database(all, postgres);
    }
    sandboxed.forEach(provider -> all.putAll(provider.sandboxVariables(ports.sandbox())));
    return new PartEnvironment(publicAddresses(temporal(given.with(all), ports), ports));
  }

  private static void database(Map<String, String> all, EmbeddedPostgres postgres) {
    all.put("DATABASE_URL", postgres.url());
    all.put("DATABASE_USER", postgres.application().user());
    all.put("DATABASE_PASSWORD", postgres.application().password());
    all.put("DATABASE_MIGRATION_USER", postgres.owner().user());
    all.put("DATABASE_MIGRATION_PASSWORD", postgres.owner().password());
  }

  /// Settings for a server somewhere else do not fit the development server.
  private static Environment temporal(Environment environment, Ports ports) {
    if (environment.has("TEMPORAL_ADDRESS")) {
      return environment;
    }
    return environment
        .without(CLOUD)
        .with(
            Map.of(
                "TEMPORAL_ADDRESS", "127.0.0.1:" + ports.temporal(),
                "CARILLON_TEMPORAL_UI_URL", "http://127.0.0.1:" + ports.temporalUi()));
  }

  /// A carrier on this machine reaches us as we are.
  private static Environment publicAddresses(Environment environment, Ports ports) {
    if (!environment.onLoopback("TWILIO_API_URL")) {
      return environment;
    }
    var bridge = "ws://" + reachable(environment.bind()) + ":" + ports.mediaBridge();
    return environment.with(
        Map.of(
            "PUBLIC_URL",
                environment.orElse("PUBLIC_URL", environment.orElse("CARILLON_API_URL", "")),
            "MEDIA_PUBLIC_URL", environment.orElse("MEDIA_PUBLIC_URL", bridge)));
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
      case "media-bridge" -> environment.without(DATABASE).variables();
      case "sandbox" -> sandbox();
      default -> environment.without(List.of("CARILLON_POSTGRES_PASSWORD")).variables();
    };
  }

  /// It plays the providers, so it is not trusted with anybody's real credentials.
  private Map<String, String> sandbox() {
    var few = new TreeMap<>(environment.without(DATABASE).without(PROVIDER_SECRETS).variables());
    few.keySet().removeAll(Set.of("CARILLON_CODEC_KEYS", "CARILLON_INTERNAL_TOKEN"));
    for (var provider : Provider.ALL) {
      var played = provider.sandboxVariables(0);
      for (var name : provider.credentials()) {
        if (!environment.get(name).equals(Optional.ofNullable(played.get(name)))) {
          few.remove(name);
        }
      }
    }
    return few;
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
