package dev.carillon.activities.objects;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Where objects are kept: `CARILLON_OBJECTS_DIRECTORY`, else `objects` below `CARILLON_HOME`.
///
/// @param home the platform's data folder
/// @param objectsDirectory a folder of its own for objects, null for the default
@ConfigurationProperties("carillon")
public record ObjectsProperties(@Nullable Path home, @Nullable Path objectsDirectory) {
  private static final Path DEFAULT_HOME = Path.of(".carillon");

  /// The folder in force.
  public Path directory() {
    if (objectsDirectory != null) {
      return objectsDirectory;
    }
    return (home == null ? DEFAULT_HOME : home).resolve("objects");
  }
}
