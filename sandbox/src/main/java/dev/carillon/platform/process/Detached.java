package dev.carillon.platform.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Gives a command a session of its own, so that Ctrl-C at the terminal reaches the platform alone
/// and it can end its parts in order. The tools used replace themselves by the command: the process
/// id stays the same.
final class Detached {
  private Detached() {}

  static List<String> command(List<String> command, String searchPath) {
    var whole = new ArrayList<String>();
    if (onPath("setsid", searchPath)) {
      whole.add("setsid");
    } else if (onPath("perl", searchPath)) {
      whole.addAll(List.of("perl", "-MPOSIX", "-e", "POSIX::setsid(); exec @ARGV or exit 127"));
    }
    whole.addAll(command);
    return whole;
  }

  private static boolean onPath(String tool, String searchPath) {
    for (var folder : searchPath.split(":", -1)) {
      if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, tool))) {
        return true;
      }
    }
    return false;
  }
}
