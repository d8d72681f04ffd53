package dev.carillon.activities.objects;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.regex.Pattern;

/// Objects as files below one folder.
final class FileObjects implements ObjectStore {
  private static final Pattern KEY =
      Pattern.compile(
          "[a-z0-9_-][a-z0-9._-]*(?:/[a-z0-9_-][a-z0-9._-]*)*", Pattern.CASE_INSENSITIVE);

  private final Path root;

  FileObjects(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  @Override
  public long put(String key, InputStream bytes) {
    var target = file(key);
    try {
      Files.createDirectories(target.getParent());
      var partial = Files.createTempFile(target.getParent(), ".partial-", "");
      try {
        long size = Files.copy(bytes, partial, StandardCopyOption.REPLACE_EXISTING);
        Files.move(
            partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return size;
      } finally {
        Files.deleteIfExists(partial);
      }
    } catch (IOException e) {
      throw new ObjectStoreException("keep an object", e);
    }
  }

  @Override
  public Optional<StoredObject> get(String key) {
    var source = file(key);
    try {
      return Optional.of(new StoredObject(Files.newInputStream(source), Files.size(source)));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw new ObjectStoreException("read an object", e);
    }
  }

  @Override
  public void delete(String key) {
    try {
      Files.deleteIfExists(file(key));
    } catch (IOException e) {
      throw new ObjectStoreException("remove an object", e);
    }
  }

  private Path file(String key) {
    // A key begins no part with a dot, so it cannot climb out of the folder.
    if (!KEY.matcher(key).matches()) {
      throw new IllegalArgumentException("not an object key");
    }
    return root.resolve(key);
  }
}
