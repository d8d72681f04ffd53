package dev.carillon.api.web.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// Where large bodies wait: on this machine only, readable by its owner only.
public final class UploadFolder {
  private static final int BUFFER = 1 << 16;

  private final Path folder;

  UploadFolder(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("the folder for uploads cannot be made", e);
    }
  }

  /// The file of this name in the folder, there or not.
  public Path file(String name) {
    return folder.resolve(name);
  }

  /// An empty file for a body that is about to arrive.
  Path fresh() throws IOException {
    return Files.createTempFile(
        folder,
        "upload-",
        ".part",
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }

  /// Copies at most `most` bytes.
  ///
  /// @throws BodyTooLarge when there are more
  static void copy(InputStream from, OutputStream to, long most) throws IOException {
    var buffer = new byte[BUFFER];
    long left = most;
    for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
      left -= read;
      if (left < 0) {
        throw new BodyTooLarge();
      }
      to.write(buffer, 0, read);
    }
  }
}
