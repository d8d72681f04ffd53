package dev.carillon.cli;

import dev.carillon.cli.rest.Answers.Call;
import dev.carillon.cli.shell.ApiOptions;
import dev.carillon.cli.shell.Session;
import dev.carillon.cli.shell.Table;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Lists the latest calls.
@Command(name = "calls", description = "Lists the latest calls.")
final class CallsCommand implements Callable<Integer> {
  private final Session session;
  @Mixin private final ApiOptions options = new ApiOptions();

  @Option(names = "--limit", defaultValue = "20", description = "How many (default: 20).")
  private int limit;

  CallsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    var page = options.api(session.environment()).page("/api/v1/calls?limit=" + limit, Call.class);
    if (page.items().isEmpty()) {
      session.say("No calls yet; ./carillon call NUMBER places one.");
      return 0;
    }
    var table = new Table("created", "number", "purpose", "state", "disposition", "outcome", "s");
    for (var call : page.items()) {
      var seconds = call.durationSeconds() == null ? null : Math.round(call.durationSeconds());
      table.row(
          call.createdAt(),
          call.phoneNumber(),
          call.purpose(),
          call.state(),
          call.disposition(),
          call.outcome(),
          seconds);
    }
    table.lines().forEach(session::say);
    return 0;
  }
}
