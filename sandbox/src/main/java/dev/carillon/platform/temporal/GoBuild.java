package dev.carillon.platform.temporal;

import dev.carillon.platform.process.Narrator;
import dev.carillon.platform.process.SearchPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// Builds `temporal` from its published module with the machine's Go. Its caches of some three
/// gigabytes are temporary. Not newer than 1.5.1: from 1.6 on the module holds a `replace`, which
/// `go install` refuses.
final class GoBuild {
  private static final int OLDEST_MINOR = 25;
  private static final long LIMIT_MINUTES = 20;
  private static final long REPORT_EVERY_SECONDS = 15;
  private static final Pattern VERSION = Pattern.compile("go(\\d+)\\.(\\d+)");
  private static final String MODULE =
      "github.com/temporalio/cli/cmd/temporal@v" + TemporalBinary.VERSION;

  private final SearchPath programs;
  private final Narrator narrator;

  GoBuild(SearchPath programs, Narrator narrator) {
    this.programs = programs;
    this.narrator = narrator;
  }

  /// Puts the program into `folder`; false when there is no Go, or it is too old, or the build
  /// fails.
  boolean build(Path folder) throws IOException, InterruptedException {
    var go = programs.find("go");
    if (go.isEmpty() || !isNewEnough(go.get())) {
      return false;
    }
    narrator.say("Building the Temporal server with Go; once, about three minutes");
    var install = command(folder, go.get().toString(), "install", "-ldflags=-s -w", MODULE);
    install.redirectOutput(folder.resolve("build.log").toFile());
    var process = install.start();
    for (var seconds = 0L; seconds < LIMIT_MINUTES * 60; seconds += REPORT_EVERY_SECONDS) {
      if (process.waitFor(REPORT_EVERY_SECONDS, TimeUnit.SECONDS)) {
        return process.exitValue() == 0;
      }
      narrator.say("  still building Temporal, " + (seconds + REPORT_EVERY_SECONDS) + " s");
    }
    process.destroyForcibly();
    return false;
  }

  private boolean isNewEnough(Path go) throws InterruptedException {
    try {
      var process = command(Path.of("/"), go.toString(), "version").start();
      var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor(10, TimeUnit.SECONDS) && isNewEnough(output);
    } catch (IOException _) {
      return false;
    }
  }

  static boolean isNewEnough(String versionLine) {
    var match = VERSION.matcher(versionLine);
    if (!match.find()) {
      return false;
    }
    var major = Integer.parseInt(match.group(1));
    return major > 1 || (major == 1 && Integer.parseInt(match.group(2)) >= OLDEST_MINOR);
  }

  private ProcessBuilder command(Path folder, String... command) {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    var environment = builder.environment();
    environment.put("PATH", programs.folders());
    environment.put("GOBIN", folder.toString());
    environment.put("GOFLAGS", "-buildvcs=false");
    environment.put("GOMODCACHE", folder.resolve("modules").toString());
    environment.put("GOCACHE", folder.resolve("objects").toString());
    return builder;
  }
}
