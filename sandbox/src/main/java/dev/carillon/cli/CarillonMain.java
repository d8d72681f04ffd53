package dev.carillon.cli;

import dev.carillon.cli.demo.DemoCommand;
import dev.carillon.cli.rest.ApiFailure;
import dev.carillon.cli.shell.Session;
import dev.carillon.cli.shell.Terminal;
import dev.carillon.platform.environment.Environment;
import dev.carillon.platform.process.StartFailure;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// Entry of the command line; `./carillon` starts it.
public final class CarillonMain {
  private CarillonMain() {}

  public static void main(String[] arguments) {
    var terminal =
        new Terminal(new PrintWriter(System.out, true, StandardCharsets.UTF_8), watched());
    var variables = System.getenv();
    try {
      var project = Path.of(variables.getOrDefault("CARILLON_PROJECT", "."));
      var session = new Session(Environment.of(variables, project), terminal);
      System.exit(commandLine(session).execute(arguments));
    } catch (StartFailure failure) {
      System.err.println("carillon: " + failure.getMessage());
      System.exit(1);
    }
  }

  /// Whether a person sits at the terminal, rather than a file or a pipe.
  @SuppressWarnings("SystemConsoleNull")
  private static boolean watched() {
    var console = System.console();
    return console != null && console.isTerminal();
  }

  static CommandLine commandLine(Session session) {
    return new CommandLine(new Carillon())
        .addSubcommand(new UpCommand(session))
        .addSubcommand(new DemoCommand(session))
        .addSubcommand(new CallCommand(session))
        .addSubcommand(CampaignCommand.of(session))
        .addSubcommand(new CampaignsCommand(session))
        .addSubcommand(new CallsCommand(session))
        .addSubcommand(new ImportCommand(session))
        .addSubcommand(new DoctorCommand(session))
        .addSubcommand(new PrepareCommand(session))
        .addSubcommand(new CommandLine.HelpCommand())
        .setExecutionExceptionHandler(CarillonMain::explain);
  }

  private static int explain(
      Exception failure, CommandLine commandLine, CommandLine.ParseResult arguments)
      throws Exception {
    if (failure instanceof StartFailure || failure instanceof ApiFailure) {
      commandLine.getErr().println("carillon: " + failure.getMessage());
      return 1;
    }
    throw failure;
  }

  @Command(
      name = "carillon",
      description = "Phone calls that keep promises.",
      mixinStandardHelpOptions = true,
      version = "carillon 0.1.0",
      synopsisSubcommandLabel = "COMMAND",
      footer = {
        "  test       Runs everything CI checks.",
        "  bench      Measures; without a name it lists what there is."
      })
  private static final class Carillon {}
}
