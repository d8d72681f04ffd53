package dev.carillon.api.campaigns;

import dev.carillon.activities.postgres.campaigns.Campaign;
import dev.carillon.activities.postgres.campaigns.CampaignPlan;
import dev.carillon.activities.postgres.campaigns.Campaigns;
import dev.carillon.api.web.MergePatch;
import dev.carillon.api.web.problem.ProblemException;
import dev.carillon.campaign.CampaignState;
import dev.carillon.campaign.Step;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Changes a campaign's plan while it is a draft, runs or is paused. In the transaction that is
/// under way.
final class CampaignEdits {
  private final Campaigns campaigns;
  private final PlanRules rules;
  private final PeopleChoice choice;
  private final MergePatch patches;
  private final JsonMapper json;

  CampaignEdits(
      Campaigns campaigns,
      PlanRules rules,
      PeopleChoice choice,
      MergePatch patches,
      JsonMapper json) {
    this.campaigns = campaigns;
    this.rules = rules;
    this.choice = choice;
    this.patches = patches;
    this.json = json;
  }

  Campaign apply(Campaign campaign, ObjectNode patch) {
    var plan = changed(campaign, patch);
    return campaigns
        .change(campaign.id(), plan)
        .orElseThrow(() -> ProblemException.conflict("The campaign is over."));
  }

  /// What a patch would change, without changing it.
  List<Change> preview(Campaign campaign, ObjectNode patch) {
    var before = json.valueToTree(fields(campaign.plan()));
    var after = json.valueToTree(fields(changed(campaign, patch)));
    var changes = new ArrayList<Change>();
    var names = new LinkedHashMap<String, JsonNode>();
    before.properties().forEach(field -> names.put(field.getKey(), field.getValue()));
    after.properties().forEach(field -> names.put(field.getKey(), field.getValue()));
    for (var name : names.keySet()) {
      if (!Objects.equals(before.get(name), after.get(name))) {
        changes.add(new Change(name, before.get(name), after.get(name)));
      }
    }
    return changes;
  }

  private CampaignPlan changed(Campaign campaign, ObjectNode patch) {
    if (campaign.state() == CampaignState.COMPLETED
        || campaign.state() == CampaignState.CANCELLED) {
      throw ProblemException.conflict("The campaign is over.");
    }
    var faults = new Faults();
    for (var fixed : List.of("contactIds", "importId")) {
      if (patch.has(fixed)) {
        faults.add(fixed, "FIXED", "cannot be changed: make another campaign");
      }
    }
    var fields = patches.apply(fields(campaign.plan()), patch, CampaignFields.class);
    var plan = rules.plan(fields, faults);
    choice.agent(plan.agentId(), faults);
    if (campaign.state() != CampaignState.DRAFT && plan.purpose() != campaign.plan().purpose()) {
      faults.add("purpose", "FIXED", "cannot be changed once the campaign has started");
    }
    if (!faults.none()) {
      throw faults.asProblem();
    }
    return plan;
  }

  /// The plan as somebody would have handed it in.
  private CampaignFields fields(CampaignPlan plan) {
    var redial = new LinkedHashMap<String, List<String>>();
    plan.redial()
        .waits()
        .forEach((line, waits) ->
            redial.put(line.name(), waits.stream().map(Duration::toString).toList()));
    var window = plan.window();
    return new CampaignFields(
        plan.name(),
        plan.purpose().wireName(),
        plan.objective(),
        plan.agentId(),
        null,
        null,
        plan.maxAttempts(),
        Map.copyOf(redial),
        window == null
            ? null
            : new CampaignFields.Hours(
                window.days().stream().map(Enum::name).toList(),
                window.from().toString(),
                window.to().toString()),
        plan.startAt() == null ? null : plan.startAt().atOffset(ZoneOffset.UTC),
        plan.endAt() == null ? null : plan.endAt().atOffset(ZoneOffset.UTC),
        new CampaignFields.Pace(plan.callsPerSecond(), plan.concurrency()),
        plan.budget() == null ? null : json.readValue(plan.budget(), CampaignFields.Budget.class),
        plan.smsFallback(),
        plan.steps() == null ? null : plan.steps().stream().map(this::tree).toList());
  }

  private JsonNode tree(Step step) {
    return json.readTree(json.writerFor(Step.class).writeValueAsString(step));
  }

  /// One field that would be another; null means that it is not set.
  record Change(String field, @Nullable JsonNode from, @Nullable JsonNode to) {}
}
