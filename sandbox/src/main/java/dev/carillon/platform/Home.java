package dev.carillon.platform;

import dev.carillon.platform.environment.Environment;
import dev.carillon.platform.process.PidFile;
import dev.carillon.platform.process.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The folder that holds everything a platform keeps: databases, logs, secrets, process ids.
///
/// @param folder absolute
public record Home(Path folder) {
  private static final long LEAST_FREE_BYTES = 256L << 20;
  private static final List<String> PARTS =
      List.of("sandbox", "media-bridge", "api", "worker", "temporal", "postgres");

  public Home {
    folder = folder.toAbsolutePath().normalize();
  }

  /// The folder `CARILLON_HOME` names, else `.carillon` in the project.
  public static Home of(Environment environment, Path project) {
    return new Home(
        environment.get("CARILLON_HOME").map(Path::of).orElse(project.resolve(".carillon")));
  }

  public Path run() {
    return folder.resolve("run");
  }

  Path logs() {
    return folder.resolve("logs");
  }

  Path log(String part) {
    return logs().resolve(part + ".log");
  }

  public Path addresses() {
    return run().resolve("addresses.json");
  }

  PidFile pidFile(String part) {
    return new PidFile(run().resolve(part + ".pid"), "CARILLON_HOME=" + folder);
  }

  /// The files of all parts, in the order in which orphans are to be ended.
  List<PidFile> pidFiles() {
    return PARTS.stream().map(this::pidFile).toList();
  }

  void deleteAddresses() {
    try {
      Files.deleteIfExists(addresses());
    } catch (IOException e) {
      throw new StartFailure("cannot delete " + addresses() + ": " + e.getMessage(), e);
    }
  }

  void create() {
    try {
      Files.createDirectories(run());
      Files.createDirectories(logs());
      var free = Files.getFileStore(folder).getUsableSpace();
      if (free < LEAST_FREE_BYTES) {
        throw new StartFailure(
            "only %d MB are free for %s and 256 are needed: free some, or set CARILLON_HOME"
                .formatted(free >> 20, folder));
      }
      if (!Files.isWritable(run()) || !Files.isWritable(logs())) {
        throw new StartFailure("no permission to write to " + folder + ": set CARILLON_HOME");
      }
    } catch (IOException e) {
      throw new StartFailure(
          "cannot write to " + folder + " (" + e + "): set CARILLON_HOME to a folder that can be",
          e);
    }
  }
}
