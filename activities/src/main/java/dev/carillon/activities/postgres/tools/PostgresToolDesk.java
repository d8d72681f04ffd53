package dev.carillon.activities.postgres.tools;

import dev.carillon.activities.postgres.Jsonb;
import dev.carillon.activities.postgres.LocalTimes;
import dev.carillon.activities.postgres.Moments;
import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.activities.postgres.events.Event;
import dev.carillon.activities.postgres.events.Events;
import dev.carillon.call.CallPurpose;
import dev.carillon.call.CallStart;
import dev.carillon.call.Outcome;
import dev.carillon.call.ToolDesk;
import dev.carillon.call.ToolResult;
import dev.carillon.conversation.Messaging;
import dev.carillon.phone.PhoneNumber;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Runs each tool call once: its effect and its result are written in one transaction, and the same
/// id gets the same result again.
final class PostgresToolDesk implements ToolDesk {
  private final JdbcClient jdbc;
  private final TenantTransactions transactions;
  private final Map<String, Tool> tools;
  private final Jsonb json;
  private final Events events;
  private final OwnerTexts owner;
  private final InstantSource clock;

  PostgresToolDesk(
      JdbcClient jdbc,
      TenantTransactions transactions,
      List<Tool> tools,
      Jsonb json,
      Events events,
      Messaging messaging,
      InstantSource clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.tools = tools.stream().collect(Collectors.toMap(Tool::name, Function.identity()));
    this.json = json;
    this.events = events;
    this.owner = new OwnerTexts(jdbc, transactions, messaging);
    this.clock = clock;
  }

  @Override
  public ToolResult run(ToolOrder order) {
    var call = order.call();
    var done = transactions.in(call.tenantId(), () -> once(order));
    if (done.ownerNote() != null) {
      owner.tell(call, "tool/" + call.callId() + "/" + order.use().toolCallId(), done.ownerNote());
    }
    return done.result();
  }

  private record Done(ToolResult result, @Nullable String ownerNote) {}

  private Done once(ToolOrder order) {
    var scope = scope(order.call());
    if (scope.isEmpty()) {
      return new Done(new ToolResult("{\"error\":\"this call is not known\"}", null), null);
    }
    var before = before(order);
    if (before.isPresent()) {
      return new Done(before.get(), null);
    }
    var effect = effect(order, scope.get());
    var result = new ToolResult(json.write(effect.answer()), effect.outcome());
    keep(order, result);
    announce(order, scope.get(), effect);
    return new Done(result, effect.ownerNote());
  }

  private Tool.Effect effect(ToolOrder order, ToolScope scope) {
    var tool = tools.get(order.use().name());
    if (tool == null) {
      return Tool.Effect.refused("there is no such tool");
    }
    return arguments(order)
        .map(arguments -> tool.use(scope, arguments))
        .orElseGet(() -> Tool.Effect.refused("the arguments are not a JSON object"));
  }

  private Optional<JsonNode> arguments(ToolOrder order) {
    try {
      var text = order.use().argumentsJson();
      var tree = json.tree(text.isBlank() ? "{}" : text);
      return tree.isObject() ? Optional.of(tree) : Optional.empty();
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  /// Locks the call's row, so that two tool calls of one call run one after the other.
  private Optional<ToolScope> scope(CallStart call) {
    return jdbc.sql(
            """
            select k.account_id, k.contact_id, k.phone_number, k.purpose, k.agent_id, c.name,
              c.time_zone as own_zone, b.time_zone as business_zone
            from call k join contact c on c.id = k.contact_id join business b on b.tenant_id = k.tenant_id
            where k.id = :id for update of k
            """)
        .param("id", call.callId())
        .query((row, _) ->
            new ToolScope(
                call.tenantId(),
                call.callId(),
                row.getObject("account_id", UUID.class),
                row.getObject("contact_id", UUID.class),
                row.getString("name"),
                new PhoneNumber(row.getString("phone_number")),
                CallPurpose.named(row.getString("purpose")).orElse(CallPurpose.FOLLOW_UP),
                row.getObject("agent_id", UUID.class),
                LocalTimes.zone(
                    row.getString("own_zone"),
                    LocalTimes.zone(row.getString("business_zone"), ZoneOffset.UTC)),
                clock.instant()))
        .optional();
  }

  private Optional<ToolResult> before(ToolOrder order) {
    return jdbc.sql(
            "select result, outcome from tool_use where call_id = :call and tool_call_id = :id")
        .param("call", order.call().callId())
        .param("id", order.use().toolCallId())
        .query((row, _) -> {
          var outcome = row.getString("outcome");
          return new ToolResult(
              row.getString("result"), outcome == null ? null : Outcome.valueOf(outcome));
        })
        .optional();
  }

  private void keep(ToolOrder order, ToolResult result) {
    var arguments = arguments(order).map(JsonNode::toString).orElse("{}");
    jdbc.sql(
            """
            insert into tool_use (tenant_id, call_id, tool_call_id, name, arguments, result, outcome, used_at)
            values (:tenant, :call, :id, :name, cast(:arguments as jsonb), cast(:result as jsonb), :outcome, :now)
            """)
        .param("tenant", order.call().tenantId())
        .param("call", order.call().callId())
        .param("id", order.use().toolCallId())
        .param("name", order.use().name())
        .param("arguments", arguments)
        .param("result", result.json())
        .param("outcome", result.outcome() == null ? null : result.outcome().name())
        .param("now", Moments.param(clock.instant()))
        .update();
  }

  private void announce(ToolOrder order, ToolScope scope, Tool.Effect effect) {
    events.append(
        new Event(
            scope.tenantId(),
            scope.now(),
            "tool_used",
            order.call().campaignId(),
            scope.callId(),
            scope.contactId(),
            Map.of("tool", order.use().name(), "done", !effect.answer().containsKey("error"))));
  }
}
