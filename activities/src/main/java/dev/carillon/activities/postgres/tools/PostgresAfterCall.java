package dev.carillon.activities.postgres.tools;

import dev.carillon.activities.postgres.Moments;
import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.call.AfterCall;
import dev.carillon.call.CallPurpose;
import dev.carillon.call.CallStart;
import dev.carillon.call.CallSummary;
import dev.carillon.call.Summariser;
import dev.carillon.call.Summariser.Conversation;
import dev.carillon.call.TranscriptLine;
import dev.carillon.call.TranscriptLine.Speaker;
import dev.carillon.policy.ProviderFailure;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads the transcript once the line is silent.
final class PostgresAfterCall implements AfterCall {
  private final JdbcClient jdbc;
  private final TenantTransactions transactions;
  private final Summariser summariser;

  PostgresAfterCall(JdbcClient jdbc, TenantTransactions transactions, Summariser summariser) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.summariser = summariser;
  }

  @Override
  public Heard listen(Listen listen) {
    var lines = transactions.in(listen.call().tenantId(), () -> lines(listen.call().callId()));
    if (listen.patient() && lines.size() < listen.lines()) {
      throw new ProviderFailure(
          ProviderFailure.Kind.UNAVAILABLE, "transcript", "lines are on their way");
    }
    return new Heard(
        spoke(lines, Speaker.PERSON), spoke(lines, Speaker.AGENT), false, lines.size());
  }

  private static boolean spoke(List<TranscriptLine> lines, Speaker who) {
    return lines.stream().anyMatch(line -> line.who() == who && !line.text().isBlank());
  }

  @Override
  public CallSummary summarise(CallStart call) {
    var conversation = transactions.in(call.tenantId(), () -> conversation(call));
    return summariser
        .summarise(conversation)
        .orElseGet(() -> new CallSummary("", null, null, null));
  }

  private Conversation conversation(CallStart call) {
    return jdbc.sql(
            """
            select b.name, k.purpose, k.objective from call k join business b on b.tenant_id = k.tenant_id
            where k.id = :id
            """)
        .param("id", call.callId())
        .query((row, _) ->
            new Conversation(
                row.getString("name"),
                CallPurpose.named(row.getString("purpose")).orElse(CallPurpose.FOLLOW_UP),
                row.getString("objective"),
                lines(call.callId())))
        .single();
  }

  private List<TranscriptLine> lines(UUID callId) {
    return jdbc.sql(
            "select seq, at, who, body, interrupted from call_turn where call_id = :id order by"
                + " seq")
        .param("id", callId)
        .query((row, _) ->
            new TranscriptLine(
                row.getInt("seq"),
                Moments.read(row, "at"),
                Speaker.valueOf(row.getString("who")),
                row.getString("body"),
                row.getBoolean("interrupted")))
        .list();
  }
}
