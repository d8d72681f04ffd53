package dev.carillon.platform;

import dev.carillon.platform.environment.DotEnv;
import dev.carillon.platform.process.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// Secrets that a platform makes for itself and keeps in its home: whoever loses them cannot read
/// old workflows.
final class Secrets {
  static final String POSTGRES_PASSWORD = "CARILLON_POSTGRES_PASSWORD";
  private static final int KEY_BYTES = 32;

  private final Path file;
  private final RandomGenerator random;

  Secrets(Home home, RandomGenerator random) {
    this.file = home.folder().resolve("secrets.env");
    this.random = random;
  }

  /// Those of the home, with what was missing made and written down, readable by the owner alone.
  Map<String, String> loadOrMake() {
    var secrets = new LinkedHashMap<>(DotEnv.read(file));
    var before = secrets.size();
    secrets.computeIfAbsent("CARILLON_CODEC_KEYS", _ -> "k1:" + key());
    for (var name :
        new String[] {
          "CARILLON_LINK_KEY",
          "CARILLON_INTERNAL_TOKEN",
          "DATABASE_PASSWORD",
          "DATABASE_MIGRATION_PASSWORD",
          POSTGRES_PASSWORD
        }) {
      secrets.computeIfAbsent(name, _ -> key());
    }
    if (secrets.size() > before) {
      write(secrets);
    }
    return secrets;
  }

  private String key() {
    var bytes = new byte[KEY_BYTES];
    random.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private void write(Map<String, String> secrets) {
    var text =
        secrets.entrySet().stream()
            .map(secret -> secret.getKey() + "=" + secret.getValue() + "\n")
            .collect(Collectors.joining());
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    try {
      var unfinished = Files.createTempFile(file.getParent(), "secrets", ".new", ownerOnly);
      Files.writeString(unfinished, text);
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new StartFailure("cannot write " + file + ": " + e.getMessage(), e);
    }
  }
}
