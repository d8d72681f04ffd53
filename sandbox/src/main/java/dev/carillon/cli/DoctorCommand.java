package dev.carillon.cli;

import dev.carillon.cli.shell.Session;
import dev.carillon.platform.Installation;
import dev.carillon.platform.doctor.Diagnosis;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Says what is installed, configured and reachable, and how to get what is missing.
@Command(name = "doctor", description = "Says what is there, what is missing and how to get it.")
final class DoctorCommand implements Callable<Integer> {
  private final Session session;

  DoctorCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    var environment = session.environment();
    var findings = new Diagnosis(environment, Installation.of(environment)).findings();
    for (var finding : findings) {
      session.say(
          "%s %-14s %s".formatted(finding.verdict().mark(), finding.what(), finding.state()));
    }
    var wrong = findings.stream().filter(finding -> finding.verdict().stops()).count();
    session.say(wrong == 0 ? "Everything that is needed is there." : wrong + " to be put right.");
    return wrong == 0 ? 0 : 1;
  }
}
