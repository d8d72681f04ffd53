package dev.carillon.platform.postgres;

import dev.carillon.platform.process.StartFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// PostgreSQL refuses to run as root, and containers often are root. A user namespace in which
/// nobody is root satisfies it; `unshare` makes one and then replaces itself by the command, so the
/// process id stays the same.
final class RootEscape {
  private final Map<String, String> environment;

  RootEscape(Map<String, String> environment) {
    this.environment = environment;
  }

  List<String> command(List<String> command) {
    if (!System.getProperty("user.name").equals("root")) {
      return command;
    }
    if (!namespacesWork()) {
      throw new StartFailure(
          "PostgreSQL does not run as root and this machine allows no user namespaces (unshare -U):"
              + " start as an ordinary user, or set DATABASE_URL to a server of your own");
    }
    var whole = new ArrayList<>(List.of("unshare", "-U"));
    whole.addAll(command);
    return whole;
  }

  private boolean namespacesWork() {
    try {
      var attempt = new ProcessBuilder("unshare", "-U", "true").redirectErrorStream(true);
      attempt.environment().clear();
      attempt.environment().putAll(environment);
      attempt.redirectOutput(ProcessBuilder.Redirect.DISCARD);
      var process = attempt.start();
      return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
