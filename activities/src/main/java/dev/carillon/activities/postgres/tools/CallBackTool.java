package dev.carillon.activities.postgres.tools;

import dev.carillon.activities.postgres.Ids;
import dev.carillon.activities.postgres.dialling.DialQueue;
import dev.carillon.call.CallPurpose;
import dev.carillon.call.Outcome;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Promises a call at a time the person names: a row of the dial queue that outranks new dials.
record CallBackTool(DialQueue queue, Ids ids) implements Tool {
  private static final Duration FURTHEST = Duration.ofDays(60);

  @Override
  public String name() {
    return "call_back_at";
  }

  @Override
  public Effect use(ToolScope scope, JsonNode arguments) {
    var when = Arguments.moment(arguments, "when", scope.zone());
    if (when.isEmpty()) {
      return Effect.refused("when: give the date and time in ISO 8601, such as 2026-03-04T15:00");
    }
    if (when.get().isBefore(scope.now()) || when.get().isAfter(scope.now().plus(FURTHEST))) {
      return Effect.refused("when: must lie in the next 60 days");
    }
    queue.add(
        new DialQueue.Entry(
            ids.next(),
            scope.tenantId(),
            scope.accountId(),
            null,
            scope.contactId(),
            scope.number(),
            CallPurpose.CONSUMER_CALLBACK,
            Arguments.text(arguments, "note").orElse(null),
            scope.agentId(),
            1,
            DialQueue.Priority.PROMISED,
            when.get(),
            null,
            scope.now()));
    var local = when.get().atZone(scope.zone()).toOffsetDateTime();
    return Effect.done(Map.of("callBackAt", local.toString()), Outcome.CALLBACK_REQUESTED);
  }
}
