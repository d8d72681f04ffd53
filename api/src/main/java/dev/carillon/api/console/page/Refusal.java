package dev.carillon.api.console.page;

import dev.carillon.api.console.words.Words;
import dev.carillon.api.web.problem.FieldProblem;
import dev.carillon.api.web.problem.Problem;
import java.util.List;

/// Why something was not done, for the person who asked for it.
public record Refusal(String title, List<String> reasons) {

  public Refusal {
    reasons = List.copyOf(reasons);
  }

  /// What the REST route would have answered, in sentences.
  public static Refusal of(Problem problem) {
    return problem.errors().isEmpty()
        ? new Refusal(problem.detail(), List.of())
        : new Refusal(
            "That did not work yet.", problem.errors().stream().map(Refusal::sentence).toList());
  }

  private static String sentence(FieldProblem error) {
    var message = error.message();
    boolean whole = !message.isEmpty() && Character.isUpperCase(message.charAt(0));
    if (whole || error.field().isEmpty()) {
      return message;
    }
    var spaced = error.field().replaceAll("([a-z])([A-Z])", "$1 $2");
    return Words.sentence(spaced) + " " + message + ".";
  }
}
