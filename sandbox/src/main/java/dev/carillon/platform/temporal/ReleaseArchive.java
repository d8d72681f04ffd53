package dev.carillon.platform.temporal;

import dev.carillon.platform.process.Narrator;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/// The official release of `temporal` for this machine, verified against the release's list of
/// checksums.
final class ReleaseArchive {
  static final URI OFFICIAL =
      URI.create(
          "https://github.com/temporalio/cli/releases/download/v" + TemporalBinary.VERSION + "/");

  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(3);
  private static final Duration DOWNLOAD_LIMIT = Duration.ofMinutes(10);

  private final URI release;
  private final Narrator narrator;

  ReleaseArchive(URI release, Narrator narrator) {
    this.release = release;
    this.narrator = narrator;
  }

  /// Puts the program into `folder`; false when this machine reaches no release or what it got is
  /// not genuine.
  boolean fetch(Path folder) throws IOException, InterruptedException {
    try (var client =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT_LIMIT)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build()) {
      var checksums = client.send(request("checksums.txt"), HttpResponse.BodyHandlers.ofString());
      if (checksums.statusCode() != 200) {
        return false;
      }
      narrator.say("Fetching the Temporal server " + TemporalBinary.VERSION);
      var archive = folder.resolve("archive.tar.gz");
      var answer = client.send(request(archiveName()), HttpResponse.BodyHandlers.ofFile(archive));
      if (answer.statusCode() != 200 || !listed(archive, checksums.body())) {
        narrator.say("The release of Temporal does not match its checksum; not using it");
        return false;
      }
      return extract(archive, folder);
    } catch (IOException _) {
      return false;
    }
  }

  static String archiveName() {
    var mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
    var arm = System.getProperty("os.arch").equals("aarch64");
    return "temporal_cli_%s_%s_%s.tar.gz"
        .formatted(TemporalBinary.VERSION, mac ? "darwin" : "linux", arm ? "arm64" : "amd64");
  }

  private HttpRequest request(String name) {
    return HttpRequest.newBuilder(release.resolve(name)).timeout(DOWNLOAD_LIMIT).build();
  }

  private static boolean listed(Path archive, String checksums) throws IOException {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(archive));
      var expected = HexFormat.of().formatHex(digest) + "  " + archiveName();
      return checksums.lines().map(String::strip).anyMatch(expected::equals);
    } catch (NoSuchAlgorithmException e) {
      throw new IOException("this JDK has no SHA-256", e);
    }
  }

  private static boolean extract(Path archive, Path folder) throws IOException {
    try (var tar =
        new TarArchiveInputStream(
            new GzipCompressorInputStream(
                new BufferedInputStream(Files.newInputStream(archive))))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (entry.getName().equals("temporal")) {
          var program = folder.resolve("temporal");
          Files.copy(tar, program);
          Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
          return true;
        }
      }
    }
    return false;
  }
}
