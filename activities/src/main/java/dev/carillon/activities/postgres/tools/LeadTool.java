package dev.carillon.activities.postgres.tools;

import dev.carillon.activities.postgres.Ids;
import dev.carillon.activities.postgres.Jsonb;
import dev.carillon.activities.postgres.Moments;
import dev.carillon.call.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Takes down what somebody needs, and tells the owner.
record LeadTool(JdbcClient jdbc, Ids ids, Jsonb json) implements Tool {
  private static final List<String> FIELDS =
      List.of(
          "need",
          "job_type",
          "name",
          "email",
          "timeframe",
          "address",
          "urgency",
          "budget_usd",
          "notes");

  @Override
  public String name() {
    return "capture_lead";
  }

  @Override
  public Effect use(ToolScope scope, JsonNode arguments) {
    var details = new LinkedHashMap<String, Object>();
    FIELDS.forEach(
        field -> Arguments.text(arguments, field).ifPresent(text -> details.put(field, text)));
    if (details.isEmpty()) {
      return Effect.refused("give at least one of " + String.join(", ", FIELDS));
    }
    jdbc.sql(
            """
            insert into lead (id, tenant_id, contact_id, call_id, message_id, details, created_at)
            values (:id, :tenant, :contact, :call, :message, cast(:details as jsonb), :now)
            """)
        .param("id", ids.next())
        .param("tenant", scope.tenantId())
        .param("contact", scope.contactId())
        .param("call", scope.callId())
        .param("message", scope.messageId())
        .param("details", json.write(details))
        .param("now", Moments.param(scope.now()))
        .update();
    var need = String.valueOf(details.getOrDefault("need", details.values().iterator().next()));
    return new Effect(
        Map.of("captured", true),
        Outcome.GOAL_ACHIEVED,
        "New lead: %s, %s.".formatted(OwnerNotes.who(scope), OwnerNotes.quote(need)));
  }
}
