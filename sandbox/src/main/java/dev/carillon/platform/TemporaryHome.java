package dev.carillon.platform;

import dev.carillon.platform.process.StartFailure;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/// A folder for one run, deleted with everything in it.
public record TemporaryHome(Path folder) implements AutoCloseable {

  /// Makes one in the system's folder for temporary files; its name begins with `prefix`.
  public static TemporaryHome make(String prefix) {
    try {
      return new TemporaryHome(Files.createTempDirectory(prefix).toRealPath());
    } catch (IOException e) {
      throw new StartFailure("cannot make a temporary folder: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    try {
      Files.walkFileTree(folder, new Deletion());
    } catch (IOException _) {
      // What cannot be deleted is left to the system, in whose folder for temporary files it is.
    }
  }

  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
        throws IOException {
      Files.deleteIfExists(visited);
      return FileVisitResult.CONTINUE;
    }
  }
}
