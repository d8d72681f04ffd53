package dev.carillon.platform.temporal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// The version of the server inside a `temporal` program. The program's own version says less: one
/// that was built from source calls itself 0.0.0.
final class ServerVersion {
  private static final int OLDEST_MINOR = 29;
  private static final Pattern SERVER = Pattern.compile("Server (\\d+)\\.(\\d+)\\.");

  private ServerVersion() {}

  static boolean isNewEnough(Path program) {
    try {
      var process =
          new ProcessBuilder(program.toString(), "--version").redirectErrorStream(true).start();
      var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor(5, TimeUnit.SECONDS) && isNewEnough(output);
    } catch (IOException _) {
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  static boolean isNewEnough(String versionLine) {
    var match = SERVER.matcher(versionLine);
    if (!match.find()) {
      return false;
    }
    var major = Integer.parseInt(match.group(1));
    return major > 1 || (major == 1 && Integer.parseInt(match.group(2)) >= OLDEST_MINOR);
  }
}
