package dev.carillon.cli.demo;

import dev.carillon.platform.process.StartFailure;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// A home for one demo, deleted with everything in it unless something went wrong.
final class DemoHome {
  private final Path folder;
  private final AtomicBoolean kept = new AtomicBoolean();

  private DemoHome(Path folder) {
    this.folder = folder;
  }

  static DemoHome make() {
    try {
      return new DemoHome(Files.createTempDirectory("carillon-demo-").toRealPath());
    } catch (IOException e) {
      throw new StartFailure("cannot make a temporary folder: " + e.getMessage(), e);
    }
  }

  Path folder() {
    return folder;
  }

  void keep() {
    kept.set(true);
  }

  void delete() {
    if (kept.get()) {
      return;
    }
    try {
      Files.walkFileTree(folder, new Deletion());
    } catch (IOException _) {
      // A file that cannot be deleted is left to the system, whose folder for temporary files it is
      // in.
    }
  }

  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
        throws IOException {
      Files.delete(visited);
      return FileVisitResult.CONTINUE;
    }
  }
}
