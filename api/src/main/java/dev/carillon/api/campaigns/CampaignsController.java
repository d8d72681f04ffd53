package dev.carillon.api.campaigns;

import dev.carillon.account.AccountRef;
import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.activities.postgres.campaigns.Campaign;
import dev.carillon.activities.postgres.campaigns.Campaigns;
import dev.carillon.activities.postgres.campaigns.Counts;
import dev.carillon.api.web.Page;
import dev.carillon.api.web.PageRequest;
import dev.carillon.api.web.Position;
import dev.carillon.api.web.Tenant;
import dev.carillon.api.web.problem.ProblemException;
import dev.carillon.call.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/// Campaigns: made, read, changed, made again.
@RestController
@RequestMapping("/api/v1/campaigns")
public final class CampaignsController {
  private static final int LONGEST_NAME = 200;

  private final TenantTransactions transactions;
  private final Campaigns campaigns;
  private final PlanRules rules;
  private final PeopleChoice choice;
  private final CampaignEdits edits;
  private final AccountRef account;

  CampaignsController(
      TenantTransactions transactions,
      Campaigns campaigns,
      PlanRules rules,
      PeopleChoice choice,
      CampaignEdits edits,
      AccountRef account) {
    this.transactions = transactions;
    this.campaigns = campaigns;
    this.rules = rules;
    this.choice = choice;
    this.edits = edits;
    this.account = account;
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  public CampaignView create(Tenant tenant, @RequestBody CampaignFields given) {
    var faults = new Faults();
    var plan = rules.plan(given, faults);
    return transactions.in(
        tenant.id(),
        () -> {
          choice.agent(plan.agentId(), faults);
          var people = choice.people(given, faults);
          if (!faults.none()) {
            throw faults.asProblem();
          }
          var origin = Campaigns.Origin.ofOperator(tenant.id(), account.accountId());
          return view(campaigns.create(origin, plan, people).orElseThrow());
        });
  }

  @GetMapping
  Page<CampaignView> list(Tenant tenant, PageRequest page) {
    var after = page.after().map(place -> new Campaigns.After(place.at(), place.id())).orElse(null);
    return transactions.in(
        tenant.id(),
        () -> {
          var rows = campaigns.list(after, page.rows());
          var counts = campaigns.counts(rows.stream().map(Campaign::id).toList());
          return page.page(
              rows,
              row -> new Position(row.createdAt(), row.id()),
              row -> CampaignView.of(row, counts.getOrDefault(row.id(), Counts.NONE)));
        });
  }

  @GetMapping("/{id}")
  CampaignView get(Tenant tenant, @PathVariable UUID id) {
    return transactions.in(tenant.id(), () -> view(find(id)));
  }

  /// Changes the plan, or says with `preview` what it would change.
  @PatchMapping(path = "/{id}")
  Object change(
      Tenant tenant,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "false") boolean preview,
      @RequestBody ObjectNode patch) {
    return transactions.in(
        tenant.id(),
        () -> {
          var campaign = find(id);
          return preview
              ? new Preview(edits.preview(campaign, patch), campaigns.counts(id))
              : view(edits.apply(campaign, patch));
        });
  }

  /// A draft with the same plan and the same people.
  @PostMapping("/{id}/clone")
  @ResponseStatus(HttpStatus.CREATED)
  public CampaignView copy(
      Tenant tenant, @PathVariable UUID id, @RequestBody(required = false) @Nullable Again again) {
    return transactions.in(
        tenant.id(),
        () -> {
          var name = name(again == null ? null : again.name(), find(id));
          return view(campaigns.copy(id, name).orElseThrow());
        });
  }

  /// A draft with the same plan for those whose journeys came to one of some outcomes.
  @PostMapping(path = "/{id}/redial", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  public CampaignView redial(Tenant tenant, @PathVariable UUID id, @RequestBody Again again) {
    return transactions.in(
        tenant.id(),
        () -> {
          var old = find(id);
          var made = campaigns.redial(id, name(again.name(), old), outcomes(again)).orElseThrow();
          if (campaigns.counts(made.id()).total() == 0) {
            throw ProblemException.field("outcomes", "NOBODY", "nobody's journey came to these");
          }
          return view(made);
        });
  }

  private static String name(@Nullable String given, Campaign old) {
    var name = given == null || given.isBlank() ? old.plan().name() : given.strip();
    if (name.length() > LONGEST_NAME) {
      throw ProblemException.field("name", "TOO_LONG", "has over 200 characters");
    }
    return name;
  }

  private static List<Outcome> outcomes(Again again) {
    if (again.outcomes() == null || again.outcomes().isEmpty()) {
      throw ProblemException.field("outcomes", "REQUIRED", "is required");
    }
    var outcomes = new ArrayList<Outcome>();
    for (int i = 0; i < again.outcomes().size(); i++) {
      outcomes.add(outcome(again.outcomes().get(i)).orElseThrow(faultAt("outcomes[" + i + "]")));
    }
    return outcomes;
  }

  private static Supplier<ProblemException> faultAt(String field) {
    return () -> ProblemException.field(field, "UNKNOWN", "is no outcome of a journey");
  }

  private static Optional<Outcome> outcome(@Nullable String name) {
    return Arrays.stream(Outcome.values()).filter(o -> o.name().equals(name)).findFirst();
  }

  private Campaign find(UUID id) {
    return campaigns.find(id).orElseThrow(() -> ProblemException.notFound("campaign"));
  }

  private CampaignView view(Campaign campaign) {
    return CampaignView.of(campaign, campaigns.counts(campaign.id()));
  }

  /// Which people of a campaign are called again, under which name.
  public record Again(@Nullable String name, @Nullable List<@Nullable String> outcomes) {}

  /// What a patch would change, and for how many.
  record Preview(List<CampaignEdits.Change> changes, Counts counts) {}
}
