package dev.carillon.api.console.campaigns;

import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.api.console.page.ConsoleProperties;
import dev.carillon.api.console.page.Shell;
import dev.carillon.api.web.Tenant;
import dev.carillon.api.web.problem.ProblemException;
import dev.carillon.policy.WorkflowIds;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The overview, and one campaign.
@Controller
final class CampaignPages {
  private final CampaignOverview overview;
  private final CampaignPeople people;
  private final TenantTransactions transactions;
  private final ConsoleProperties properties;

  CampaignPages(
      CampaignOverview overview,
      CampaignPeople people,
      TenantTransactions transactions,
      ConsoleProperties properties) {
    this.overview = overview;
    this.people = people;
    this.transactions = transactions;
    this.properties = properties;
  }

  @GetMapping("/")
  String overview(
      Tenant tenant, @ModelAttribute(name = "shell", binding = false) Shell shell, Model model) {
    transactions.run(
        tenant.id(),
        () -> {
          model.addAttribute("today", overview.today(shell.clock()));
          model.addAttribute("campaigns", overview.list(shell.clock()));
        });
    return "console/campaigns";
  }

  @GetMapping("/campaigns/{id}")
  String campaign(
      Tenant tenant,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String show,
      @RequestParam(defaultValue = "0") int page,
      @ModelAttribute(name = "shell", binding = false) Shell shell,
      Model model) {
    var filter = PeopleFilter.of(show, page);
    transactions.run(
        tenant.id(),
        () -> {
          var card =
              overview
                  .find(id, shell.clock())
                  .orElseThrow(() -> ProblemException.notFound("campaign"));
          var rows = people.list(id, card.state(), filter, shell.clock());
          model.addAttribute("campaign", card);
          model.addAttribute("people", firstPage(rows));
          model.addAttribute("more", rows.size() > PeopleFilter.PAGE);
        });
    model.addAttribute("filter", filter);
    model.addAttribute("workflow", properties.workflow(WorkflowIds.campaign(id)));
    return "console/campaign";
  }

  /// Whom of a campaign to call again.
  @GetMapping("/campaigns/{id}/again")
  String again(
      Tenant tenant,
      @PathVariable UUID id,
      @ModelAttribute(name = "shell", binding = false) Shell shell,
      Model model) {
    model.addAttribute(
        "campaign",
        transactions
            .in(tenant.id(), () -> overview.find(id, shell.clock()))
            .orElseThrow(() -> ProblemException.notFound("campaign")));
    return "console/again";
  }

  private static List<Person> firstPage(List<Person> rows) {
    return rows.subList(0, Math.min(rows.size(), PeopleFilter.PAGE));
  }
}
