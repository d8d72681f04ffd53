package dev.carillon.platform;

import dev.carillon.platform.process.SearchPath;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Classes of Carillon's programs in the form in which Java maps them into memory: starting takes
/// half the work with them. The first launch of a build notes which classes a program loads and
/// makes its archive afterwards, in the background and only with what the processors have to spare.
final class ClassArchives {
  private final Installation installation;
  private final Home home;
  private @Nullable Process making;
  private boolean stopped;

  ClassArchives(Installation installation, Home home) {
    this.installation = installation;
    this.home = home;
  }

  /// Uses the archive if there is one, else notes the classes. An archive that does not fit is
  /// passed over by Java.
  List<String> options(Application application) {
    return Files.isRegularFile(archive(application))
        ? List.of("-XX:SharedArchiveFile=" + archive(application), "-Xlog:cds=off", "-Xlog:aot=off")
        : List.of("-XX:DumpLoadedClassList=" + noted(application));
  }

  /// Makes the archives that are missing, one after the other; failures are harmless. Returns when
  /// done or stopped.
  void makeMissing(List<Application> applications, SearchPath programs) {
    var lockFile = installation.build().resolve("archives.lock");
    try (var channel =
            FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = channel.tryLock()) {
      if (lock == null) {
        return;
      }
      for (var application : applications.reversed()) {
        if (!Files.isRegularFile(archive(application))) {
          make(application, programs);
        }
      }
    } catch (IOException | OverlappingFileLockException _) {
      // The next launch tries again.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  synchronized void stop() {
    stopped = true;
    if (making != null) {
      making.destroyForcibly();
    }
  }

  private void make(Application application, SearchPath programs)
      throws IOException, InterruptedException {
    var unfinished = archive(application).resolveSibling(application.name() + ".jsa.new");
    var command = new ArrayList<String>();
    programs.find("nice").ifPresent(nice -> command.addAll(List.of(nice.toString(), "-n", "19")));
    var options =
        List.of(
            "-Xshare:dump",
            "-XX:SharedClassListFile=" + wholeLines(noted(application)),
            "-XX:SharedArchiveFile=" + unfinished);
    command.addAll(installation.java(application.name(), options));
    var process = start(command);
    if (process != null && process.waitFor() == 0) {
      Files.move(unfinished, archive(application), StandardCopyOption.ATOMIC_MOVE);
    } else {
      Files.deleteIfExists(unfinished);
    }
  }

  private synchronized @Nullable Process start(List<String> command) throws IOException {
    if (stopped) {
      return null;
    }
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(Map.of("CARILLON_HOME", home.folder().toString()));
    builder.redirectOutput(home.log("archives").toFile());
    making = builder.start();
    return making;
  }

  /// The program is still running: the last line of its notes may be half written.
  private static Path wholeLines(Path noted) throws IOException {
    var text = Files.readString(noted);
    var whole = noted.resolveSibling(noted.getFileName() + ".whole");
    return Files.writeString(whole, text.substring(0, text.lastIndexOf('\n') + 1));
  }

  private Path archive(Application application) {
    return installation.build().resolve(application.name() + ".jsa");
  }

  private Path noted(Application application) {
    return home.run().resolve(application.name() + ".classes");
  }
}
