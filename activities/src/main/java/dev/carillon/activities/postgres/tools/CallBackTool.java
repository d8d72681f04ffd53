package dev.carillon.activities.postgres.tools;

import dev.carillon.activities.postgres.Ids;
import dev.carillon.activities.postgres.LocalTimes;
import dev.carillon.activities.postgres.dialling.DialQueue;
import dev.carillon.call.CallPurpose;
import dev.carillon.call.Outcome;
import java.time.Duration;
import java.time.Instant;
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
    var text = Arguments.text(arguments, "when").orElse("");
    return switch (TimeReading.of(text, scope.zone())) {
      case TimeReading.Unclear(var why) -> Effect.refused("when: " + why);
      case TimeReading.Clear(var when) -> promise(scope, arguments, when);
    };
  }

  private Effect promise(ToolScope scope, JsonNode arguments, Instant when) {
    var words = LocalTimes.inWords(when, scope.zone());
    if (when.isBefore(scope.now())) {
      return Effect.refused("when: %s is past where the person is".formatted(words));
    }
    if (when.isAfter(scope.now().plus(FURTHEST))) {
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
            when,
            null,
            scope.now()));
    var local = when.atZone(scope.zone()).toOffsetDateTime();
    return Effect.done(
        Map.of("callBackAt", local.toString(), "inWords", words), Outcome.CALLBACK_REQUESTED);
  }
}
