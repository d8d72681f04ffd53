package dev.carillon.activities.postgres.tools;

import dev.carillon.activities.postgres.Moments;
import dev.carillon.call.Outcome;
import dev.carillon.call.ToolDesk.ToolOrder;
import dev.carillon.call.ToolResult;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Every use of a tool with its one result: the same id in the same conversation gets the same
/// answer.
final class ToolUses {
  private final JdbcClient jdbc;

  ToolUses(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<ToolResult> before(ToolOrder order) {
    return jdbc.sql(
            """
            select result, outcome from tool_use
            where tool_call_id = :id and (call_id = :call or message_id = :message)
            """)
        .param("call", callOf(order))
        .param("message", messageOf(order))
        .param("id", order.use().toolCallId())
        .query((row, _) -> {
          var outcome = row.getString("outcome");
          return new ToolResult(
              row.getString("result"), outcome == null ? null : Outcome.valueOf(outcome));
        })
        .optional();
  }

  void keep(ToolOrder order, ToolScope scope, ToolResult result, String arguments) {
    jdbc.sql(
            """
            insert into tool_use (tenant_id, call_id, message_id, tool_call_id, name, arguments,
              result, outcome, used_at)
            values (:tenant, :call, :message, :id, :name, cast(:arguments as jsonb),
              cast(:result as jsonb), :outcome, :now)
            """)
        .param("tenant", scope.tenantId())
        .param("call", callOf(order))
        .param("message", messageOf(order))
        .param("id", order.use().toolCallId())
        .param("name", order.use().name())
        .param("arguments", arguments)
        .param("result", result.json())
        .param("outcome", result.outcome() == null ? null : result.outcome().name())
        .param("now", Moments.param(scope.now()))
        .update();
  }

  private static @Nullable UUID callOf(ToolOrder order) {
    return order.call() == null ? null : order.call().callId();
  }

  private static @Nullable UUID messageOf(ToolOrder order) {
    return order.text() == null ? null : order.text().messageId();
  }
}
