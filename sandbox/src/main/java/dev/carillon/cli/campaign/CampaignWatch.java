package dev.carillon.cli.campaign;

import dev.carillon.cli.rest.Answers.Campaign;
import dev.carillon.cli.rest.Answers.Journey;
import dev.carillon.cli.rest.Api;
import dev.carillon.cli.rest.ApiFailure;
import dev.carillon.cli.shell.Session;
import dev.carillon.cli.shell.Table;
import dev.carillon.cli.shell.Ticks;
import dev.carillon.platform.process.StartFailure;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Shows how a campaign goes until it is over: on a terminal a table that is redrawn, else one line
/// for each change. Large campaigns are shown by their counts alone.
public final class CampaignWatch {
  private static final Duration EVERY = Duration.ofMillis(500);
  private static final Ticks TICKS = new Ticks(EVERY);
  private static final int SHOWN_ONE_BY_ONE = 50;
  private static final int PATIENCE_TICKS = 120;

  private final Api api;
  private final Session session;
  private final String campaignId;
  private final Map<String, String> shown = new HashMap<>();
  private String counts = "";

  public CampaignWatch(Api api, Session session, String campaignId) {
    this.api = api;
    this.session = session;
    this.campaignId = campaignId;
  }

  /// Returns the journeys of a campaign that is over.
  ///
  /// @throws StartFailure when it is not over within `limit`, or the platform stays silent for a
  ///   minute
  public List<Journey> untilOver(Duration limit) throws InterruptedException {
    var silent = 0;
    for (var ticks = limit.dividedBy(EVERY); ticks > 0; ticks--) {
      try {
        var campaign = api.get("/api/v1/campaigns/" + campaignId, Campaign.class);
        show(campaign);
        if (campaign.over()) {
          return journeys();
        }
        silent = 0;
      } catch (ApiFailure failure) {
        if (!failure.unanswered() || ++silent > PATIENCE_TICKS) {
          throw failure;
        }
      }
      TICKS.await();
    }
    throw new StartFailure("the campaign is not over after " + limit.toMinutes() + " minutes");
  }

  private List<Journey> journeys() throws InterruptedException {
    return api.list("/api/v1/campaigns/" + campaignId + "/journeys?limit=100", Journey.class);
  }

  private void show(Campaign campaign) throws InterruptedException {
    var now = campaign.counts();
    if (now == null) {
      return;
    }
    if (now.total() > SHOWN_ONE_BY_ONE) {
      var line =
          "%d of %d done, %d on the phone, %d waiting"
              .formatted(now.done(), now.total(), now.active(), now.waiting());
      if (!line.equals(counts)) {
        counts = line;
        show(List.of(line));
      }
      return;
    }
    var journeys = journeys();
    if (session.terminal().interactive()) {
      show(table(journeys));
    } else {
      journeys.forEach(this::showChange);
    }
  }

  private void show(List<String> lines) {
    if (session.terminal().interactive()) {
      session.terminal().redraw(lines);
    } else {
      lines.forEach(session::say);
    }
  }

  private List<String> table(List<Journey> journeys) {
    var table = new Table("person", "attempts", "now");
    journeys.forEach(journey -> table.row(journey.who(), journey.tries().size(), now(journey)));
    return table.lines();
  }

  private void showChange(Journey journey) {
    var now = now(journey);
    var before = shown.put(journey.contactId(), now);
    if (!now.equals(before) && !(before == null && now.equals("waiting"))) {
      session.say("  %-20s %s".formatted(journey.who(), now));
    }
  }

  private static String now(Journey journey) {
    var tries = journey.tries().size();
    return switch (journey.state()) {
      case "DONE" -> journey.outcome() + (tries > 1 ? " after " + tries + " attempts" : "");
      case "ACTIVE" -> "on the phone" + (tries > 1 ? ", attempt " + tries : "");
      default ->
          tries == 0
              ? "waiting"
              : journey.tries().getLast().disposition() + ", will be tried again";
    };
  }
}
