package dev.carillon.platform.postgres;

import dev.carillon.platform.process.StartFailure;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// PostgreSQL's programs, unpacked once per version into a cache that all checkouts share.
final class Binaries {
  private final Path cache;

  Binaries(Path cache) {
    this.cache = cache;
  }

  /// The folder that holds `bin`, `lib` and `share`; unpacks them when they are not there yet.
  /// Launches at the same time wait for each other.
  Path unpacked() {
    var archive = archiveName();
    try {
      Files.createDirectories(cache);
      var folder = cache.resolve("postgres-" + checksum(archive));
      if (Files.isDirectory(folder)) {
        return folder;
      }
      try (var channel =
              FileChannel.open(
                  cache.resolve("postgres.lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          var _ = channel.lock()) {
        if (!Files.isDirectory(folder)) {
          var unfinished = Files.createTempDirectory(cache, "unpacking-postgres-");
          unpack(archive, unfinished);
          Files.move(unfinished, folder);
        }
      }
      return folder;
    } catch (IOException e) {
      throw new StartFailure("cannot unpack PostgreSQL into " + cache + ": " + e.getMessage(), e);
    }
  }

  private static String archiveName() {
    var mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
    var arm = System.getProperty("os.arch").equals("aarch64");
    var machine = arm ? "arm_64" : "x86_64";
    return "/postgres-" + (mac ? "darwin-" : "linux-") + machine + ".txz";
  }

  private static InputStream open(String archive) {
    var stream = Binaries.class.getResourceAsStream(archive);
    if (stream == null) {
      throw new StartFailure(
          "there is no embedded PostgreSQL for this machine ("
              + archive
              + "): set DATABASE_URL to a server of your own");
    }
    return stream;
  }

  private static String checksum(String archive) throws IOException {
    try (var stream = new DigestInputStream(open(archive), MessageDigest.getInstance("SHA-256"))) {
      stream.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(stream.getMessageDigest().digest()).substring(0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new StartFailure("this JDK has no SHA-256", e);
    }
  }

  private static void unpack(String archive, Path folder) throws IOException {
    try (var tar =
        new TarArchiveInputStream(
            new XZCompressorInputStream(new BufferedInputStream(open(archive))))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        write(tar, entry, folder);
      }
    }
  }

  private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder)
      throws IOException {
    var target = folder.resolve(entry.getName()).normalize();
    if (!target.startsWith(folder)) {
      throw new IOException("the archive reaches outside its folder");
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, target);
    var executable = (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(
        target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
  }
}
