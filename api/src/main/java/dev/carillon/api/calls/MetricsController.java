package dev.carillon.api.calls;

import dev.carillon.activities.postgres.Moments;
import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.api.web.Tenant;
import dev.carillon.api.web.problem.ProblemException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// How one call went: how fast its agent answered, what was used and what that cost.
@RestController
public final class MetricsController {
  private final JdbcClient jdbc;
  private final TenantTransactions transactions;
  private final CallReads calls;

  MetricsController(JdbcClient jdbc, TenantTransactions transactions, CallReads calls) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.calls = calls;
  }

  @GetMapping("/api/v1/calls/{id}/metrics")
  public Metrics metrics(Tenant tenant, @PathVariable UUID id) {
    return transactions.in(
        tenant.id(),
        () -> {
          if (calls.find(id).isEmpty()) {
            throw ProblemException.notFound("call");
          }
          return new Metrics(turns(id), usage(id));
        });
  }

  private List<Turn> turns(UUID callId) {
    return jdbc.sql(
            """
            select at, engine, answer_ms, barge_in_ms, underruns from turn_measure
            where call_id = :call order by at
            """)
        .param("call", callId)
        .query((row, _) ->
            new Turn(
                Moments.read(row, "at"),
                row.getString("engine"),
                row.getObject("answer_ms", Integer.class),
                row.getObject("barge_in_ms", Integer.class),
                row.getInt("underruns")))
        .list();
  }

  private List<Used> usage(UUID callId) {
    return jdbc.sql(
            """
            select provider, model, unit, sum(quantity) as quantity, sum(cost) as cost
            from call_usage where call_id = :call group by 1, 2, 3 order by 1, 2, 3
            """)
        .param("call", callId)
        .query((row, _) ->
            new Used(
                row.getString("provider"),
                row.getString("model"),
                row.getString("unit"),
                row.getBigDecimal("quantity"),
                Money.dollars(row.getBigDecimal("cost"))))
        .list();
  }

  /// All of a call's figures.
  public record Metrics(List<Turn> turns, List<Used> usage) {
    public Metrics {
      turns = List.copyOf(turns);
      usage = List.copyOf(usage);
    }
  }

  /// One answer of the agent, or one moment in which it gave way.
  ///
  /// @param answerMs from the end of the person's speech to the first sound of the answer
  /// @param bargeInMs from the engine's word that the person speaks to the line's silence
  /// @param underruns how often the line ran dry since the answer before
  public record Turn(
      Instant at,
      String engine,
      @Nullable Integer answerMs,
      @Nullable Integer bargeInMs,
      int underruns) {}

  /// So much of what a provider counts.
  ///
  /// @param cost by the price table; null when that has no price for it
  public record Used(
      String provider, String model, String unit, BigDecimal quantity, @Nullable Money cost) {}
}
