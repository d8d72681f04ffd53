package dev.carillon.api.campaigns;

import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.activities.postgres.campaigns.Campaigns;
import dev.carillon.api.calls.TimeLimit;
import dev.carillon.api.web.Tenant;
import dev.carillon.api.web.problem.ProblemException;
import dev.carillon.campaign.CampaignCommand;
import dev.carillon.campaign.CampaignRef;
import dev.carillon.campaign.CampaignState;
import dev.carillon.campaign.CampaignStates;
import dev.carillon.temporal.CampaignWorkflows;
import java.util.Locale;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Starts, pauses, resumes and cancels campaigns, by their workflows.
@RestController
@RequestMapping("/api/v1/campaigns/{id}")
public final class CampaignCommands {
  private final TenantTransactions transactions;
  private final Campaigns campaigns;
  private final CampaignWorkflows workflows;
  private final TimeLimit limit;

  CampaignCommands(
      TenantTransactions transactions,
      Campaigns campaigns,
      CampaignWorkflows workflows,
      TimeLimit limit) {
    this.transactions = transactions;
    this.campaigns = campaigns;
    this.workflows = workflows;
    this.limit = limit;
  }

  @PostMapping("/start")
  public CampaignView start(Tenant tenant, @PathVariable UUID id) {
    return command(tenant, id, CampaignCommand.START);
  }

  @PostMapping("/pause")
  public CampaignView pause(Tenant tenant, @PathVariable UUID id) {
    return command(tenant, id, CampaignCommand.PAUSE);
  }

  @PostMapping("/resume")
  public CampaignView resume(Tenant tenant, @PathVariable UUID id) {
    return command(tenant, id, CampaignCommand.RESUME);
  }

  @PostMapping("/cancel")
  public CampaignView cancel(Tenant tenant, @PathVariable UUID id) {
    return command(tenant, id, CampaignCommand.CANCEL);
  }

  /// The stored state refuses at once what makes no sense; the workflow has the last word.
  private CampaignView command(Tenant tenant, UUID id, CampaignCommand command) {
    var state = view(tenant, id).state();
    if (CampaignStates.after(state, command).isEmpty()) {
      throw refused(command, state);
    }
    var answer =
        limit.ask(
            "change a campaign", () -> workflows.change(new CampaignRef(tenant.id(), id), command));
    if (!answer.done()) {
      throw refused(command, answer.state());
    }
    return view(tenant, id);
  }

  private static ProblemException refused(CampaignCommand command, CampaignState state) {
    return ProblemException.conflict(
        "A campaign that is %s cannot be asked to %s."
            .formatted(state, command.name().toLowerCase(Locale.ROOT)));
  }

  private CampaignView view(Tenant tenant, UUID id) {
    return transactions.in(
        tenant.id(),
        () ->
            campaigns
                .find(id)
                .map(found -> CampaignView.of(found, campaigns.counts(id)))
                .orElseThrow(() -> ProblemException.notFound("campaign")));
  }
}
