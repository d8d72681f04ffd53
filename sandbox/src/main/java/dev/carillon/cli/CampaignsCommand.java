package dev.carillon.cli;

import dev.carillon.cli.rest.Answers.Campaign;
import dev.carillon.cli.shell.ApiOptions;
import dev.carillon.cli.shell.Session;
import dev.carillon.cli.shell.Table;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Lists the campaigns.
@Command(name = "campaigns", description = "Lists the campaigns and how far they are.")
final class CampaignsCommand implements Callable<Integer> {
  private final Session session;
  @Mixin private final ApiOptions options = new ApiOptions();

  CampaignsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    var campaigns = options.api(session.environment()).list("/api/v1/campaigns", Campaign.class);
    if (campaigns.isEmpty()) {
      session.say("No campaigns yet; ./carillon campaign start FILE.csv starts one.");
      return 0;
    }
    var table = new Table("id", "name", "purpose", "state", "people", "waiting", "active", "done");
    for (var campaign : campaigns) {
      var counts = campaign.counts();
      table.row(
          campaign.id(),
          campaign.name(),
          campaign.purpose(),
          campaign.state(),
          counts == null ? null : counts.total(),
          counts == null ? null : counts.waiting(),
          counts == null ? null : counts.active(),
          counts == null ? null : counts.done());
    }
    table.lines().forEach(session::say);
    return 0;
  }
}
