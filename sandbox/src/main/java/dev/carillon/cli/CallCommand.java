package dev.carillon.cli;

import dev.carillon.cli.rest.Answers.Call;
import dev.carillon.cli.rest.Answers.Transcript;
import dev.carillon.cli.rest.Api;
import dev.carillon.cli.shell.ApiOptions;
import dev.carillon.cli.shell.Session;
import dev.carillon.cli.shell.Ticks;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Calls one number and shows what is said.
@Command(name = "call", description = "Calls one number and shows what is said.")
final class CallCommand implements Callable<Integer> {
  private static final Ticks TICKS = new Ticks(Duration.ofMillis(500));

  private final Session session;
  @Mixin private final ApiOptions options = new ApiOptions();

  @Parameters(paramLabel = "NUMBER", description = "The number, such as +12065550100.")
  private String number = "";

  @Option(
      names = "--purpose",
      paramLabel = "P",
      defaultValue = "follow_up",
      description =
          "qualify_lead, confirm_appointment, follow_up, consumer_callback or reminder"
              + " (default: follow_up).")
  private String purpose = "";

  @Option(names = "--objective", description = "What the call is to achieve, in your own words.")
  private @Nullable String objective;

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description = "Not before, such as 2026-12-01T10:00-05:00.")
  private @Nullable String at;

  CallCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    var api = options.api(session.environment());
    var body = new LinkedHashMap<String, String>();
    body.put("phoneNumber", number);
    body.put("purpose", purpose);
    if (objective != null) {
      body.put("objective", objective);
    }
    if (at != null) {
      body.put("scheduledTime", at);
    }
    var made = api.post("/api/v1/calls", body, Call.class);
    session.say("call " + made.id());
    if (made.notBefore() != null) {
      session.say("scheduled: it may be placed from " + made.notBefore() + " on");
      return 0;
    }
    return follow(api, made.id());
  }

  private int follow(Api api, String id) throws InterruptedException {
    var shown = 0;
    var state = "";
    while (true) {
      var call = api.get("/api/v1/calls/" + id, Call.class);
      if (!call.state().equals(state)) {
        state = call.state();
        session.say(state.toLowerCase(Locale.ROOT).replace('_', ' '));
      }
      shown = show(api, id, shown);
      if (call.over()) {
        session.say("disposition " + call.disposition() + ", outcome " + call.outcome());
        if (call.summary() != null) {
          session.say(call.summary());
        }
        return 0;
      }
      TICKS.await();
    }
  }

  private int show(Api api, String id, int shown) throws InterruptedException {
    var lines = api.get("/api/v1/calls/" + id + "/transcript", Transcript.class).items();
    for (var line : lines.subList(Math.min(shown, lines.size()), lines.size())) {
      session.say("  %-7s %s%s".formatted(line.who(), line.text(), line.interrupted() ? " —" : ""));
    }
    return lines.size();
  }
}
