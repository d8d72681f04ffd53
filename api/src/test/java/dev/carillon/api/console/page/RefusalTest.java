package dev.carillon.api.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.api.web.problem.FieldProblem;
import dev.carillon.api.web.problem.Problem;
import dev.carillon.api.web.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

class RefusalTest {

  @Test
  void aFieldIsNamedAsItsFormNamesIt() {
    assertThat(reasons("pace.concurrency", "OUT_OF_RANGE", "is a number from 1 to 10000"))
        .containsExactly("At once is a number from 1 to 10000.");
    assertThat(reasons("redial.NO_ANSWER[0]", "INVALID", "is no duration"))
        .containsExactly("If nobody answers is no duration.");
  }

  @Test
  void aDenialSaysWhatToDoNextAndLeavesOutItsRule() {
    var detail = "Nobody knows where this number is. (US-ZONE-KNOWN)";

    assertThat(reasons("phoneNumber", "ZONE_UNKNOWN", detail))
        .containsExactly(
            "Phone number: Nobody knows where this number is. Enter their time zone or postal code"
                + " on their page, and try again.");
  }

  @Test
  void whatDoesNotAnswerIsWorthAnotherTry() {
    var away =
        Refusal.of(Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "What it needs does not answer."));

    assertThat(away.title()).isEqualTo("What it needs does not answer.");
    assertThat(away.reasons()).singleElement().asString().contains("try again");
  }

  private static List<String> reasons(String field, String code, String message) {
    var problem = ProblemException.fields(List.of(new FieldProblem(field, code, message)));
    return Refusal.of(problem.problem()).reasons();
  }
}
