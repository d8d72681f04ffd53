package dev.carillon.platform.process;

import java.util.ArrayList;
import java.util.List;

/// Gives a command a session of its own, so that Ctrl-C at the terminal reaches the platform alone
/// and it can end its parts in order. The tools used replace themselves by the command: the process
/// id stays the same.
final class Detached {
  private Detached() {}

  static List<String> command(List<String> command, SearchPath programs) {
    var session = programs.find("setsid");
    var perl = programs.find("perl");
    var whole = new ArrayList<String>();
    if (session.isPresent()) {
      whole.add(session.get().toString());
    } else if (perl.isPresent()) {
      var script = "POSIX::setsid(); exec @ARGV or exit 127";
      whole.addAll(List.of(perl.get().toString(), "-MPOSIX", "-e", script));
    }
    whole.addAll(command);
    return whole;
  }
}
