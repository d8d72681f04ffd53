package dev.carillon.activities.postgres.tools;

import dev.carillon.activities.postgres.Jsonb;
import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.activities.postgres.events.Event;
import dev.carillon.activities.postgres.events.Events;
import dev.carillon.call.ToolDesk;
import dev.carillon.call.ToolResult;
import dev.carillon.conversation.Messaging;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
  private final TenantTransactions transactions;
  private final ToolScopes scopes;
  private final ToolUses uses;
  private final Map<String, Tool> tools;
  private final Jsonb json;
  private final Events events;
  private final OwnerTexts owner;

  PostgresToolDesk(
      JdbcClient jdbc,
      TenantTransactions transactions,
      List<Tool> tools,
      Jsonb json,
      Events events,
      Messaging messaging,
      InstantSource clock) {
    this.transactions = transactions;
    this.scopes = new ToolScopes(jdbc, clock);
    this.uses = new ToolUses(jdbc);
    this.tools = tools.stream().collect(Collectors.toMap(Tool::name, Function.identity()));
    this.json = json;
    this.events = events;
    this.owner = new OwnerTexts(jdbc, transactions, messaging);
  }

  @Override
  public ToolResult run(ToolOrder order) {
    var tenant = tenantOf(order);
    prepare(tenant, order);
    var done = transactions.in(tenant, () -> once(order));
    if (done.ownerNote() != null) {
      var key = "tool/" + originOf(order) + "/" + order.use().toolCallId();
      owner.tell(tenant, order.call(), key, done.ownerNote());
    }
    return done.result();
  }

  private static UUID tenantOf(ToolOrder order) {
    return order.call() == null
        ? Objects.requireNonNull(order.text()).tenantId()
        : order.call().tenantId();
  }

  private static UUID originOf(ToolOrder order) {
    return order.call() == null
        ? Objects.requireNonNull(order.text()).messageId()
        : order.call().callId();
  }

  /// What a tool needs from outside is fetched before the transaction begins.
  private void prepare(UUID tenant, ToolOrder order) {
    var tool = tools.get(order.use().name());
    if (tool != null) {
      tool.prepare(tenant);
    }
  }

  private record Done(ToolResult result, @Nullable String ownerNote) {}

  private Done once(ToolOrder order) {
    var scope = scopes.of(order);
    if (scope.isEmpty()) {
      return new Done(
          new ToolResult("{\"error\":\"who this is is not known: ask for a number\"}", null), null);
    }
    var before = uses.before(order);
    if (before.isPresent()) {
      return new Done(before.get(), null);
    }
    var effect = effect(order, scope.get());
    var result = new ToolResult(json.write(effect.answer()), effect.outcome());
    uses.keep(order, scope.get(), result, arguments(order).map(JsonNode::toString).orElse("{}"));
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

  private void announce(ToolOrder order, ToolScope scope, Tool.Effect effect) {
    events.append(
        new Event(
            scope.tenantId(),
            scope.now(),
            "tool_used",
            order.call() == null ? null : order.call().campaignId(),
            scope.callId(),
            scope.contactId(),
            Map.of("tool", order.use().name(), "done", !effect.answer().containsKey("error"))));
  }
}
