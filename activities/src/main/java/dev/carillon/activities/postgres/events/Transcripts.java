package dev.carillon.activities.postgres.events;

import dev.carillon.activities.postgres.Moments;
import dev.carillon.call.TranscriptLine;
import dev.carillon.conversation.CardNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What was heard on calls, line by line.
public final class Transcripts {
  private final JdbcClient jdbc;

  public Transcripts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Adds a call's lines; a line that is there already stays as it is. Numbers of payment cards are
  /// hidden.
  ///
  /// @return the lines that were new
  public List<TranscriptLine> add(UUID tenantId, UUID callId, List<TranscriptLine> lines) {
    var fresh = new ArrayList<TranscriptLine>();
    for (var said : lines) {
      var line = withoutCards(said);
      if (insert(tenantId, callId, line)) {
        fresh.add(line);
      }
    }
    return List.copyOf(fresh);
  }

  /// A call's lines in the order of the conversation.
  public List<TranscriptLine> of(UUID callId) {
    return jdbc.sql(
            """
            select seq, at, who, body, interrupted from call_turn
            where call_id = :call order by seq
            """)
        .param("call", callId)
        .query((row, _) ->
            new TranscriptLine(
                row.getInt("seq"),
                Moments.read(row, "at"),
                TranscriptLine.Speaker.valueOf(row.getString("who")),
                row.getString("body"),
                row.getBoolean("interrupted")))
        .list();
  }

  private static TranscriptLine withoutCards(TranscriptLine line) {
    return new TranscriptLine(
        line.seq(),
        line.at(),
        line.who(),
        CardNumbers.hidden(Texts.storable(line.text())),
        line.interrupted());
  }

  private boolean insert(UUID tenantId, UUID callId, TranscriptLine line) {
    return jdbc.sql(
                """
                insert into call_turn (tenant_id, call_id, seq, at, who, body, interrupted)
                values (:tenant, :call, :seq, :at, :who, :body, :interrupted)
                on conflict (call_id, seq) do nothing
                """)
            .param("tenant", tenantId)
            .param("call", callId)
            .param("seq", line.seq())
            .param("at", Moments.param(line.at()))
            .param("who", line.who().name())
            .param("body", line.text())
            .param("interrupted", line.interrupted())
            .update()
        == 1;
  }
}
