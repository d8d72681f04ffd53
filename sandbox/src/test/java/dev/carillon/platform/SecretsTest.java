package dev.carillon.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SecretsTest {
  private static final RandomGenerator RANDOM = RandomGenerator.of("L64X128MixRandom");

  @TempDir Path folder;

  @Test
  void makesAKeyOfThirtyTwoBytesForTheCodec() {
    var keys = secrets().loadOrMake().getOrDefault("CARILLON_CODEC_KEYS", "");

    assertThat(keys).startsWith("k1:");
    assertThat(Base64.getDecoder().decode(keys.substring(3))).hasSize(32);
  }

  @Test
  void keepsWhatItMadeReadableByTheOwnerAlone() throws IOException {
    var first = secrets().loadOrMake();

    assertThat(secrets().loadOrMake()).isEqualTo(first);
    assertThat(Files.getPosixFilePermissions(folder.resolve("secrets.env")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void addsOnlyWhatIsMissing() throws IOException {
    Files.writeString(folder.resolve("secrets.env"), "CARILLON_LINK_KEY=mine\n");

    var secrets = secrets().loadOrMake();

    assertThat(secrets).containsEntry("CARILLON_LINK_KEY", "mine").hasSize(6);
  }

  private Secrets secrets() {
    return new Secrets(new Home(folder), RANDOM);
  }
}
