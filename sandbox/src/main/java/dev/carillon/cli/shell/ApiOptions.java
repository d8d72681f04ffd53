package dev.carillon.cli.shell;

import dev.carillon.cli.rest.Api;
import dev.carillon.platform.Addresses;
import dev.carillon.platform.Home;
import dev.carillon.platform.environment.Environment;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which platform a command talks to.
public final class ApiOptions {
  private static final int KEY_BYTES = 16;

  @Option(
      names = "--api",
      paramLabel = "URL",
      description = "The platform's address; by default the one that runs here.")
  private @Nullable URI address;

  public Api api(Environment environment) {
    var token = environment.get("CARILLON_API_TOKEN").orElse(null);
    return to(address == null ? running(environment) : address, token);
  }

  public static Api to(URI address, @Nullable String token) {
    var random = new SecureRandom();
    return new Api(
        address,
        token,
        () -> {
          var key = new byte[KEY_BYTES];
          random.nextBytes(key);
          return HexFormat.of().formatHex(key);
        });
  }

  private static URI running(Environment environment) {
    var project = Path.of(environment.orElse("CARILLON_PROJECT", "."));
    return Addresses.read(Home.of(environment, project).addresses())
        .map(Addresses::api)
        .map(URI::create)
        .orElse(URI.create("http://127.0.0.1:" + environment.orElse("CARILLON_API_PORT", "8080")));
  }
}
