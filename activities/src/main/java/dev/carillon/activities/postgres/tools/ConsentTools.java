package dev.carillon.activities.postgres.tools;

import dev.carillon.call.Outcome;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// The two ways a person ends being called: "never again", and "you have the wrong number".
final class ConsentTools {
  private ConsentTools() {}

  /// Suppresses the person's number at once, for calls and texts (47 CFR 64.1200(a)(10): any
  /// reasonable means).
  record OptOut(OptOuts optOuts) implements Tool {
    @Override
    public String name() {
      return "opt_out";
    }

    @Override
    public Effect use(ToolScope scope, JsonNode arguments) {
      var reason = Arguments.text(arguments, "reason").orElse(null);
      optOuts.never(scope, reason);
      return Effect.done(Map.of("optedOut", true), Outcome.OPTED_OUT);
    }
  }

  /// The number belongs to somebody who never asked for anything: nobody calls it again.
  record WrongNumber(OptOuts optOuts) implements Tool {
    @Override
    public String name() {
      return "report_wrong_number";
    }

    @Override
    public Effect use(ToolScope scope, JsonNode arguments) {
      optOuts.wrongNumber(scope);
      return Effect.done(Map.of("removed", true), Outcome.WRONG_NUMBER);
    }
  }
}
