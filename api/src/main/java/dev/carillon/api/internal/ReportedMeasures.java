package dev.carillon.api.internal;

import dev.carillon.activities.postgres.Moments;
import dev.carillon.activities.postgres.costs.Costs;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Writes down those of a bridge's events that nobody watches but that are asked for later: which
/// bridge has the call, how fast it answers, what it uses. Reported again, they change nothing.
final class ReportedMeasures {
  private final JdbcClient jdbc;
  private final Costs costs;

  ReportedMeasures(JdbcClient jdbc, Costs costs) {
    this.jdbc = jdbc;
    this.costs = costs;
  }

  /// Whether the event was one of these, in the transaction that is under way.
  boolean take(UUID tenantId, UUID callId, BridgeReport.Item.Happened happened) {
    Map<String, Object> detail = happened.detail() == null ? Map.of() : happened.detail();
    switch (happened.name()) {
      case "stream_opened" -> bridge(callId, text(detail, "bridge"));
      case "turn_measured" -> turn(tenantId, callId, happened, detail);
      case "usage_counted" ->
          costs.used(
              tenantId,
              callId,
              happened.at(),
              new Costs.Counted(
                  text(detail, "provider"),
                  text(detail, "model"),
                  text(detail, "unit"),
                  quantity(detail)));
      default -> {
        return false;
      }
    }
    return true;
  }

  private void bridge(UUID callId, String address) {
    if (address.startsWith("ws://") || address.startsWith("wss://")) {
      jdbc.sql("update call set bridge_url = :address where id = :call")
          .param("address", address)
          .param("call", callId)
          .update();
    }
  }

  private void turn(
      UUID tenantId, UUID callId, BridgeReport.Item.Happened happened, Map<String, Object> detail) {
    jdbc.sql(
            """
            insert into turn_measure (tenant_id, call_id, at, engine, answer_ms, barge_in_ms, underruns)
            values (:tenant, :call, :at, :engine, :answer, :bargeIn, :underruns)
            on conflict (call_id, at) do nothing
            """)
        .param("tenant", tenantId)
        .param("call", callId)
        .param("at", Moments.param(happened.at()))
        .param("engine", text(detail, "engine"))
        .param("answer", number(detail, "answerMs", null))
        .param("bargeIn", number(detail, "bargeInMs", null))
        .param("underruns", number(detail, "underruns", 0L))
        .update();
  }

  private static BigDecimal quantity(Map<String, Object> detail) {
    return detail.get("quantity") instanceof Number number
        ? BigDecimal.valueOf(Math.max(0, number.longValue()))
        : BigDecimal.ZERO;
  }

  private static String text(Map<String, Object> detail, String name) {
    return detail.get(name) instanceof String text ? text : "";
  }

  private static @Nullable Long number(
      Map<String, Object> detail, String name, @Nullable Long otherwise) {
    return detail.get(name) instanceof Number number ? Long.valueOf(number.longValue()) : otherwise;
  }
}
