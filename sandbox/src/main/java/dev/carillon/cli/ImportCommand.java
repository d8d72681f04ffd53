package dev.carillon.cli;

import dev.carillon.cli.campaign.ContactList;
import dev.carillon.cli.shell.ApiOptions;
import dev.carillon.cli.shell.Session;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Imports a list of contacts.
@Command(name = "import", description = "Imports a CSV file of contacts.")
final class ImportCommand implements Callable<Integer> {
  private final Session session;
  @Mixin private final ApiOptions options = new ApiOptions();

  @Parameters(
      paramLabel = "FILE.csv",
      description =
          "With a column phone; name, email, time_zone, appointment_at and others may follow.")
  private Path file = Path.of("");

  ImportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    new ContactList(options.api(session.environment()), session).upload(file);
    return 0;
  }
}
