package dev.carillon.cli;

import dev.carillon.cli.campaign.CampaignWatch;
import dev.carillon.cli.campaign.ContactList;
import dev.carillon.cli.rest.Answers.Campaign;
import dev.carillon.cli.shell.ApiOptions;
import dev.carillon.cli.shell.Session;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Starts campaigns; groups the commands about one campaign.
@Command(name = "campaign", description = "Starts a campaign.", synopsisSubcommandLabel = "COMMAND")
final class CampaignCommand {
  static CommandLine of(Session session) {
    return new CommandLine(new CampaignCommand()).addSubcommand(new Start(session));
  }

  /// Imports a list, makes a campaign of it, starts it and shows how it goes.
  @Command(
      name = "start",
      description = "Imports FILE.csv, starts a campaign over it and shows how it goes.")
  static final class Start implements Callable<Integer> {
    private final Session session;
    @Mixin private final ApiOptions options = new ApiOptions();

    @Parameters(paramLabel = "FILE.csv", description = "The people to call.")
    private Path file = Path.of("");

    @Option(names = "--name", description = "Default: the file's name.")
    private @Nullable String name;

    @Option(
        names = "--purpose",
        paramLabel = "P",
        defaultValue = "reminder",
        description = "Default: reminder.")
    private String purpose = "";

    @Option(
        names = "--objective",
        description = "What the calls are to achieve, in your own words.")
    private @Nullable String objective;

    @Option(names = "--max-attempts", paramLabel = "N", description = "Calls per person at most.")
    private @Nullable Integer maxAttempts;

    @Option(names = "--calls-per-second", paramLabel = "N")
    private @Nullable Double callsPerSecond;

    @Option(
        names = "--concurrency",
        paramLabel = "N",
        description = "Calls at the same time at most.")
    private @Nullable Integer concurrency;

    @Option(
        names = "--redial",
        paramLabel = "DISPOSITION=WAIT[,WAIT]",
        description = "Such as NO_ANSWER=PT2H,PT24H; may be given more than once.")
    private Map<String, String> redial = Map.of();

    @Option(names = "--no-wait", description = "Do not stay to show how it goes.")
    private boolean noWait;

    Start(Session session) {
      this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
      var api = options.api(session.environment());
      var list = new ContactList(api, session).upload(file);
      var campaign = api.post("/api/v1/campaigns", body(list.id()), Campaign.class);
      api.post("/api/v1/campaigns/" + campaign.id() + "/start", Map.of(), Campaign.class);
      session.say("campaign " + campaign.id() + " is running");
      if (!noWait) {
        new CampaignWatch(api, session, campaign.id()).untilOver(Duration.ofDays(30));
      }
      return 0;
    }

    private Map<String, Object> body(String importId) {
      var body = new LinkedHashMap<String, Object>();
      body.put("name", name == null ? String.valueOf(file.getFileName()) : name);
      body.put("purpose", purpose);
      body.put("importId", importId);
      putIfGiven(body, "objective", objective);
      putIfGiven(body, "maxAttempts", maxAttempts);
      var pace = new LinkedHashMap<String, Object>();
      putIfGiven(pace, "callsPerSecond", callsPerSecond);
      putIfGiven(pace, "concurrency", concurrency);
      if (!pace.isEmpty()) {
        body.put("pace", pace);
      }
      if (!redial.isEmpty()) {
        var waits = new LinkedHashMap<String, List<String>>();
        redial.forEach((disposition, list) -> waits.put(disposition, List.of(list.split(","))));
        body.put("redial", waits);
      }
      return body;
    }

    private static void putIfGiven(Map<String, Object> body, String field, @Nullable Object value) {
      if (value != null) {
        body.put(field, value);
      }
    }
  }
}
