package dev.carillon.platform.temporal;

import dev.carillon.platform.process.Narrator;
import dev.carillon.platform.process.SearchPath;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// Finds the `temporal` program, or gets it into a cache that all checkouts share.
public final class TemporalBinary {
  static final String VERSION = "1.5.1";

  private final Path cache;
  private final SearchPath programs;
  private final Narrator narrator;
  private final ReleaseArchive archive;
  private final GoBuild goBuild;

  public TemporalBinary(Path cache, SearchPath programs, Narrator narrator) {
    this(
        cache,
        programs,
        narrator,
        new ReleaseArchive(ReleaseArchive.OFFICIAL, narrator),
        new GoBuild(programs, narrator));
  }

  TemporalBinary(
      Path cache, SearchPath programs, Narrator narrator, ReleaseArchive archive, GoBuild goBuild) {
    this.cache = cache;
    this.programs = programs;
    this.narrator = narrator;
    this.archive = archive;
    this.goBuild = goBuild;
  }

  /// What is there already: on the search path if it is new enough, else in the cache.
  public Optional<Path> find() {
    return programs
        .all("temporal")
        .filter(ServerVersion::isNewEnough)
        .findFirst()
        .or(() -> Optional.of(cached()).filter(Files::isExecutable));
  }

  /// What is there already, else the official release, else a build with Go; takes minutes in the
  /// last case. Launches at the same time wait for each other. Empty when neither is possible here.
  public Optional<Path> findOrInstall() {
    var found = find();
    return found.isPresent() ? found : install();
  }

  private Optional<Path> install() {
    try {
      Files.createDirectories(cache);
      try (var channel =
              FileChannel.open(
                  cache.resolve("temporal.lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          var _ = channel.lock()) {
        if (Files.isExecutable(cached())) {
          return Optional.of(cached());
        }
        var unfinished = Files.createTempDirectory(cache, "installing-temporal-");
        try {
          if (archive.fetch(unfinished) || goBuild.build(unfinished)) {
            Files.createDirectories(cached().getParent());
            Files.move(unfinished.resolve("temporal"), cached());
            return Optional.of(cached());
          }
        } finally {
          FileTree.delete(unfinished);
        }
      }
    } catch (IOException e) {
      narrator.say("Temporal cannot be installed into " + cache + ": " + e.getMessage());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return Optional.empty();
  }

  private Path cached() {
    return cache.resolve("temporal-" + VERSION).resolve("temporal");
  }
}
