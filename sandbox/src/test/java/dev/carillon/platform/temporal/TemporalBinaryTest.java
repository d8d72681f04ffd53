package dev.carillon.platform.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.carillon.platform.process.SearchPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TemporalBinaryTest {
  private static final String NEW =
      "#!/bin/sh\necho 'temporal version 1.5.1 (Server 1.29.1, UI 2)'\n";
  private static final String OLD =
      "#!/bin/sh\necho 'temporal version 1.0.0 (Server 1.24.2, UI 2)'\n";

  @TempDir Path folder;
  private final List<String> said = new ArrayList<>();
  private HttpServer release;

  @BeforeEach
  void serve() throws IOException {
    release = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    release.start();
  }

  @AfterEach
  void close() {
    release.stop(0);
  }

  @Test
  void takesAProgramOnTheSearchPathThatIsNewEnough() throws IOException {
    var program = program(folder.resolve("bin"), NEW);

    assertThat(binary().findOrInstall()).contains(program);
  }

  @Test
  void passesOverAnOldProgramForTheCache() throws IOException {
    program(folder.resolve("bin"), OLD);
    var cached = program(folder.resolve("cache/temporal-1.5.1"), NEW);

    assertThat(binary().findOrInstall()).contains(cached);
  }

  @Test
  void fetchesAReleaseThatMatchesItsChecksum() throws Exception {
    var archive = archive();
    publish(archive, checksum(archive));

    var installed = binary().findOrInstall();

    assertThat(installed).contains(folder.resolve("cache/temporal-1.5.1/temporal"));
    assertThat(installed.orElseThrow()).isExecutable().hasContent(NEW);
    assertThat(folder.resolve("cache")).isDirectoryNotContaining("glob:**installing*");
  }

  @Test
  void refusesAReleaseThatDoesNotMatch() throws IOException {
    publish(archive(), "0".repeat(64));

    assertThat(binary().findOrInstall()).isEmpty();
    assertThat(said).anyMatch(line -> line.contains("does not match its checksum"));
    assertThat(folder.resolve("cache/temporal-1.5.1")).doesNotExist();
  }

  @Test
  void buildsWithGoWhenThereIsNoRelease() throws IOException {
    var bin = Files.createDirectories(folder.resolve("bin"));
    var go =
        """
        #!/bin/sh
        PATH=/usr/bin:/bin
        if [ "$1" = version ]; then echo go version go1.25.1 linux/amd64; exit; fi
        mkdir -p "$GOMODCACHE" && chmod 500 "$GOMODCACHE"
        printf '%s' "$*" > "$GOBIN/temporal" && chmod +x "$GOBIN/temporal"
        """;
    Files.writeString(bin.resolve("go"), go);
    Files.setPosixFilePermissions(bin.resolve("go"), PosixFilePermissions.fromString("rwx------"));

    var installed = binary().findOrInstall();

    assertThat(installed.orElseThrow())
        .hasContent("install -ldflags=-s -w github.com/temporalio/cli/cmd/temporal@v1.5.1");
    assertThat(folder.resolve("cache")).isDirectoryNotContaining("glob:**installing*");
  }

  @Test
  void findsNothingWhereThereIsNoWay() {
    assertThat(binary().findOrInstall()).isEmpty();
  }

  private TemporalBinary binary() {
    var address = URI.create("http://127.0.0.1:" + release.getAddress().getPort() + "/");
    var programs = new SearchPath(folder.resolve("bin").toString());
    return new TemporalBinary(
        folder.resolve("cache"),
        programs,
        said::add,
        new ReleaseArchive(address, said::add),
        new GoBuild(programs, said::add));
  }

  private static Path program(Path folder, String text) throws IOException {
    var program = Files.createDirectories(folder).resolve("temporal");
    Files.writeString(program, text);
    return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
  }

  private static byte[] archive() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var tar = new TarArchiveOutputStream(new GzipCompressorOutputStream(bytes))) {
      var content = NEW.getBytes(StandardCharsets.UTF_8);
      var entry = new TarArchiveEntry("temporal");
      entry.setSize(content.length);
      tar.putArchiveEntry(entry);
      tar.write(content);
      tar.closeArchiveEntry();
    }
    return bytes.toByteArray();
  }

  private static String checksum(byte[] content) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
  }

  private void publish(byte[] archive, String checksum) {
    var name = ReleaseArchive.archiveName();
    serve("/" + name, archive);
    serve("/checksums.txt", (checksum + "  " + name + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private void serve(String path, byte[] body) {
    release.createContext(
        path,
        exchange -> {
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }
}
