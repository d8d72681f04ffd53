package dev.carillon.api.console.page;

import dev.carillon.api.console.words.FieldNames;
import dev.carillon.api.console.words.NextSteps;
import dev.carillon.api.console.words.Words;
import dev.carillon.api.web.problem.FieldProblem;
import dev.carillon.api.web.problem.Problem;
import dev.carillon.api.web.problem.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;

/// Why something was not done, and what to do next, for the person who asked for it.
public record Refusal(String title, List<String> reasons) {
  // Denials name their rule at the end: for programs.
  private static final Pattern RULE = Pattern.compile(" \\([A-Z0-9-]+\\)$");

  public Refusal {
    reasons = List.copyOf(reasons);
  }

  /// What the REST route would have answered, in sentences.
  public static Refusal of(Problem problem) {
    if (problem.errors().isEmpty()) {
      return new Refusal(problem.detail(), advice(problem.status()));
    }
    return new Refusal(
        "That did not work yet.", problem.errors().stream().map(Refusal::sentence).toList());
  }

  /// Puts it into the page that is shown again, under the status of the refusal.
  public static void show(ProblemException refused, Model model, HttpServletResponse response) {
    show(of(refused.problem()), refused.problem().status(), model, response);
  }

  /// As [#show(ProblemException, Model, HttpServletResponse)], in words of the page's own.
  public static void show(Refusal refusal, int status, Model model, HttpServletResponse response) {
    response.setStatus(status);
    model.addAttribute("refusal", refusal);
  }

  private static List<String> advice(int status) {
    return switch (HttpStatus.resolve(status)) {
      case SERVICE_UNAVAILABLE ->
          List.of(
              "Look in a moment whether it was done, and try again if not. If it stays like this,"
                  + " ./carillon doctor says what is missing.");
      case NOT_FOUND -> List.of("It may have been removed meanwhile: go back and look again.");
      case null, default -> List.of();
    };
  }

  private static String sentence(FieldProblem error) {
    var message = Words.places(RULE.matcher(error.message()).replaceFirst(""));
    boolean whole = !message.isEmpty() && Character.isUpperCase(message.charAt(0));
    var named =
        error.field().isEmpty()
            ? message
            : FieldNames.of(error.field()) + (whole ? ": " : " ") + message;
    var sentence = named.endsWith(".") ? named : named + ".";
    var next = NextSteps.after(error.code());
    return next == null ? sentence : sentence + " " + next;
  }
}
