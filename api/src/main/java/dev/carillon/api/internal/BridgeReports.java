package dev.carillon.api.internal;

import dev.carillon.activities.postgres.Moments;
import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.activities.postgres.events.Event;
import dev.carillon.activities.postgres.events.EventTypes;
import dev.carillon.activities.postgres.events.Events;
import dev.carillon.activities.postgres.events.Transcripts;
import dev.carillon.call.TranscriptLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Writes down what bridges report. A bridge that is not sure whether its report arrived sends it
/// again; nothing is written twice.
final class BridgeReports {
  private final JdbcClient jdbc;
  private final TenantTransactions transactions;
  private final Transcripts transcripts;
  private final Events events;
  private final ReportedMeasures measures;

  BridgeReports(
      JdbcClient jdbc,
      TenantTransactions transactions,
      Transcripts transcripts,
      Events events,
      ReportedMeasures measures) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.transcripts = transcripts;
    this.events = events;
    this.measures = measures;
  }

  /// Writes a report down; false when the tenant has no such call.
  boolean write(BridgeReport report) {
    return transactions.in(
        report.tenantId(),
        () -> {
          var call = find(report.callId());
          call.ifPresent(known -> write(report, known));
          return call.isPresent();
        });
  }

  private void write(BridgeReport report, Call call) {
    var lines = new ArrayList<TranscriptLine>();
    for (var item : report.events()) {
      switch (item) {
        case BridgeReport.Item.Line line -> lines.add(line.asLine());
        case BridgeReport.Item.Happened happened -> append(report, call, happened);
      }
    }
    transcripts
        .add(report.tenantId(), report.callId(), lines)
        .forEach(line -> events.append(spoken(report, call, line)));
  }

  private static Event spoken(BridgeReport report, Call call, TranscriptLine line) {
    var type =
        switch (line.who()) {
          case PERSON -> EventTypes.VOICE_RECEIVED;
          case AGENT -> EventTypes.VOICE_SENT;
          case TOOL -> EventTypes.TOOL_USED;
        };
    Map<String, Object> detail =
        Map.of(
            "seq", line.seq(),
            "who", line.who().name(),
            "text", line.text(),
            "interrupted", line.interrupted());
    return Event.ofCall(
        report.tenantId(),
        line.at(),
        type,
        report.callId(),
        call.campaignId(),
        call.contactId(),
        detail);
  }

  private void append(BridgeReport report, Call call, BridgeReport.Item.Happened happened) {
    if (measures.take(report.tenantId(), report.callId(), happened)
        || isKnown(report.callId(), happened)) {
      return;
    }
    events.append(
        Event.ofCall(
            report.tenantId(),
            happened.at(),
            happened.name(),
            report.callId(),
            call.campaignId(),
            call.contactId(),
            happened.detail() == null ? Map.of() : happened.detail()));
  }

  private boolean isKnown(UUID callId, BridgeReport.Item.Happened happened) {
    return jdbc.sql(
            """
            select exists (select 1 from event
              where call_id = :call and type = :type and at = :at) as known
            """)
        .param("call", callId)
        .param("type", happened.name())
        .param("at", Moments.param(happened.at()))
        .query((row, _) -> row.getBoolean("known"))
        .single();
  }

  /// Two bridges may report on one call at the same moment: one after the other.
  private Optional<Call> find(UUID callId) {
    return jdbc.sql("select contact_id, campaign_id from call where id = :call for no key update")
        .param("call", callId)
        .query((row, _) ->
            new Call(
                row.getObject("contact_id", UUID.class), row.getObject("campaign_id", UUID.class)))
        .optional();
  }

  private record Call(@Nullable UUID contactId, @Nullable UUID campaignId) {}

  /// What is wrong with a report, if anything: a bridge's mistake is not to be swallowed.
  static List<String> faults(BridgeReport report) {
    var faults = new ArrayList<String>();
    if (report.callId() == null || report.tenantId() == null) {
      faults.add("callId and tenantId are required");
    }
    for (var item : report.events()) {
      boolean whole =
          switch (item) {
            case BridgeReport.Item.Line line ->
                line.seq() > 0 && line.at() != null && line.who() != null && line.text() != null;
            case BridgeReport.Item.Happened happened ->
                happened.at() != null
                    && happened.name() != null
                    && happened.name().matches("[a-z][a-z_]{0,60}");
          };
      if (!whole) {
        faults.add("an item lacks something");
      }
    }
    return faults;
  }
}
