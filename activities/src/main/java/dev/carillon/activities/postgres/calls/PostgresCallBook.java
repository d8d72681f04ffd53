package dev.carillon.activities.postgres.calls;

import dev.carillon.activities.postgres.Jsonb;
import dev.carillon.activities.postgres.Moments;
import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.call.Acknowledged;
import dev.carillon.call.CallBook;
import dev.carillon.call.CallBrief;
import dev.carillon.call.CallStart;
import dev.carillon.call.Disposition;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The books of calls in PostgreSQL.
final class PostgresCallBook implements CallBook {
  private final TenantTransactions transactions;
  private final JdbcClient jdbc;
  private final CallRows calls;
  private final Briefs briefs;
  private final Jsonb json;
  private final InstantSource clock;

  PostgresCallBook(
      TenantTransactions transactions,
      JdbcClient jdbc,
      CallRows calls,
      Briefs briefs,
      Jsonb json,
      InstantSource clock) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.calls = calls;
    this.briefs = briefs;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public CallBrief brief(CallStart call) {
    return transactions.in(call.tenantId(), () -> briefs.of(call.callId()));
  }

  @Override
  public Acknowledged streamEnded(StreamNote note) {
    return transactions.in(
        note.tenantId(),
        () ->
            new Acknowledged(
                jdbc.sql(
                            """
                            update call set stream_end = cast(:end as jsonb), news_at = :now
                            where id = :call
                            """)
                        .param("end", json.write(note.end()))
                        .param("now", Moments.param(clock.instant()))
                        .param("call", note.callId())
                        .update()
                    == 1));
  }

  @Override
  public Acknowledged close(CallEnd end) {
    return transactions.in(
        end.tenantId(),
        () -> {
          if (end.disposition() == Disposition.DENIED && waits(end.callId())) {
            return new Acknowledged(false);
          }
          // One that was cancelled while it waited in the queue has no row.
          var open = calls.lock(end.callId()).filter(row -> row.closedAt() == null);
          open.ifPresent(row -> close(row, end));
          return new Acknowledged(open.isPresent());
        });
  }

  private void close(CallRow row, CallEnd end) {
    var disposition = disposition(row.disposition(), end.disposition());
    calls.close(row, end, disposition, clock.instant());
  }

  /// Denied for now: the call went back into the queue, and may have come out of it again.
  private boolean waits(UUID callId) {
    return jdbc.sql(
            """
            select exists (select 1 from dial_queue where call_id = :call)
              or exists (select 1 from call where id = :call and state = 'RESERVED')
            """)
        .param("call", callId)
        .query((row, _) -> row.getBoolean(1))
        .single();
  }

  /// What the carrier said stands; only that an answer was a machine's is known better here.
  private static Disposition disposition(@Nullable Disposition line, Disposition workflow) {
    if (line == null || (line == Disposition.ANSWERED && workflow == Disposition.VOICEMAIL)) {
      return workflow;
    }
    return line;
  }
}
