package dev.carillon.api.settings;

import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.activities.postgres.settings.Agent;
import dev.carillon.activities.postgres.settings.AgentDefinition;
import dev.carillon.activities.postgres.settings.Agents;
import dev.carillon.api.web.MergePatch;
import dev.carillon.api.web.Page;
import dev.carillon.api.web.PageRequest;
import dev.carillon.api.web.Position;
import dev.carillon.api.web.Tenant;
import dev.carillon.api.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/// Agents, by voice and by text; each change is a new version.
@RestController
@RequestMapping("/api/v1/agents")
@Tag(name = "Settings")
final class AgentsController {
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_TEXT = 20_000;
  private static final int MOST_ENGINES = 10;
  private static final Set<String> TOOLS =
      Set.of(
          "look_up_customer",
          "search_customers",
          "get_available_slots",
          "book_appointment",
          "get_upcoming_appointments",
          "confirm_appointment",
          "reschedule_appointment",
          "cancel_appointment",
          "capture_lead",
          "escalate",
          "opt_out",
          "call_back_at",
          "transfer_to_human",
          "decode_vin",
          "search_knowledge",
          "send_text",
          "report_wrong_number",
          "end_call");

  private final Agents agents;
  private final TenantTransactions transactions;
  private final MergePatch patches;

  AgentsController(Agents agents, TenantTransactions transactions, MergePatch patches) {
    this.agents = agents;
    this.transactions = transactions;
    this.patches = patches;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  AgentAnswer add(Tenant tenant, @RequestBody AgentFields fields) {
    var definition = checked(fields);
    return transactions.in(tenant.id(), () -> AgentAnswer.of(agents.add(tenant.id(), definition)));
  }

  @GetMapping("/{id}")
  AgentAnswer get(Tenant tenant, @PathVariable UUID id) {
    return transactions.in(tenant.id(), () -> AgentAnswer.of(found(id)));
  }

  @GetMapping("/{id}/versions")
  Page<AgentAnswer> versions(Tenant tenant, @PathVariable UUID id) {
    return transactions.in(
        tenant.id(),
        () -> {
          found(id);
          return new Page<>(agents.versions(id).stream().map(AgentAnswer::of).toList(), null);
        });
  }

  @GetMapping
  Page<AgentAnswer> list(Tenant tenant, PageRequest page) {
    var at = page.after().map(Position::at).orElse(null);
    var behind = page.after().map(Position::id).orElse(null);
    var rows = transactions.in(tenant.id(), () -> agents.list(at, behind, page.rows()));
    return page.page(rows, agent -> new Position(agent.createdAt(), agent.id()), AgentAnswer::of);
  }

  @PatchMapping("/{id}")
  AgentAnswer change(Tenant tenant, @PathVariable UUID id, @RequestBody ObjectNode patch) {
    return transactions.in(
        tenant.id(),
        () -> {
          var current = AgentAnswer.of(found(id)).fields();
          var changed = checked(patches.apply(current, patch, AgentFields.class));
          return AgentAnswer.of(agents.change(tenant.id(), id, changed));
        });
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(Tenant tenant, @PathVariable UUID id) {
    transactions.run(
        tenant.id(),
        () -> {
          if (!agents.remove(id)) {
            throw ProblemException.notFound("agent");
          }
        });
  }

  private Agent found(UUID id) {
    return agents.find(id).orElseThrow(() -> ProblemException.notFound("agent"));
  }

  private static AgentDefinition checked(AgentFields fields) {
    var checks = new Checks();
    var definition =
        new AgentDefinition(
            checks.required("name", fields.name(), LONGEST_NAME),
            engines(fields.engines(), checks),
            checks.optional("language", fields.language(), LONGEST_NAME),
            checks.optional("voice", fields.voice(), LONGEST_NAME),
            checks.optional("greeting", fields.greeting(), LONGEST_TEXT),
            checks.optional("instructions", fields.instructions(), LONGEST_TEXT),
            checks.optional("voicemailMessage", fields.voicemailMessage(), LONGEST_TEXT),
            tools(fields.tools(), checks));
    checks.end();
    return definition;
  }

  private static List<String> engines(@Nullable List<@Nullable String> given, Checks checks) {
    if (given == null || given.isEmpty()) {
      return List.of("openai-realtime");
    }
    var engines = new LinkedHashSet<String>();
    for (int i = 0; i < given.size(); i++) {
      var engine = given.get(i);
      if (engine == null || !EngineNames.known(engine)) {
        checks.add("engines[" + i + "]", "UNKNOWN", "is no voice engine");
      } else {
        engines.add(engine);
      }
    }
    if (given.size() > MOST_ENGINES) {
      checks.add("engines", "TOO_MANY", "are more than 10");
    }
    return List.copyOf(engines);
  }

  private static @Nullable List<String> tools(
      @Nullable List<@Nullable String> given, Checks checks) {
    if (given == null) {
      return null;
    }
    var tools = new ArrayList<String>();
    for (int i = 0; i < given.size(); i++) {
      var tool = given.get(i);
      if (tool == null || !TOOLS.contains(tool)) {
        checks.add("tools[" + i + "]", "UNKNOWN", "is no tool");
      } else {
        tools.add(tool);
      }
    }
    return tools;
  }
}
