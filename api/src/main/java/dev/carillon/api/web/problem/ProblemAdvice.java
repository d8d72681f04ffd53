package dev.carillon.api.web.problem;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;

/// Turns whatever a route throws into a [Problem]. What nobody expected is logged here, once, and
/// answered without a word of its message.
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler {
  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);
  private static final String BAD_DATA = "22";
  private static final Set<Status.Code> AWAY =
      EnumSet.of(
          Status.Code.UNAVAILABLE, Status.Code.DEADLINE_EXCEEDED, Status.Code.RESOURCE_EXHAUSTED);

  @ExceptionHandler(ProblemException.class)
  ResponseEntity<Object> refused(ProblemException refusal) {
    return answer(refusal.problem(), new HttpHeaders());
  }

  @ExceptionHandler(JacksonException.class)
  ResponseEntity<Object> unreadable(JacksonException failure) {
    return answer(JsonProblems.of(failure), new HttpHeaders());
  }

  @ExceptionHandler({
    DataAccessResourceFailureException.class,
    TransientDataAccessException.class,
    CannotCreateTransactionException.class
  })
  ResponseEntity<Object> databaseAway(Exception failure) {
    log.atWarn().setCause(failure).log("the database did not answer in time");
    return answer(
        Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "The database does not answer right now."),
        new HttpHeaders());
  }

  /// A value that passed every check but that the database cannot hold or another row forbids.
  @ExceptionHandler(DataIntegrityViolationException.class)
  ResponseEntity<Object> refusedByTheDatabase(DataIntegrityViolationException failure) {
    log.atWarn().addKeyValue("sqlState", sqlState(failure)).log("the database refused a value");
    boolean badData = sqlState(failure).startsWith(BAD_DATA);
    return answer(
        badData
            ? Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "A value cannot be stored.")
            : Problem.of(HttpStatus.CONFLICT, "Something else stands in the way."),
        new HttpHeaders());
  }

  @ExceptionHandler(Throwable.class)
  ResponseEntity<Object> unexpected(Throwable failure) {
    if (isTemporalAway(failure)) {
      log.atWarn().setCause(failure).log("Temporal did not answer in time");
      return answer(
          Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "Temporal does not answer right now."),
          new HttpHeaders());
    }
    log.atError().setCause(failure).log("a request failed");
    return answer(
        Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "The failure is in the log."),
        new HttpHeaders());
  }

  private static boolean isTemporalAway(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof StatusRuntimeException grpc) {
        return AWAY.contains(grpc.getStatus().getCode());
      }
    }
    return false;
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException failure,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var problem =
        failure.getCause() instanceof JacksonException json
            ? JsonProblems.of(json)
            : Problem.of(HttpStatus.BAD_REQUEST, "The body cannot be read.");
    return answer(problem, headers);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleTypeMismatch(
      TypeMismatchException failure,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    if (failure instanceof MethodArgumentTypeMismatchException argument
        && argument.getParameter().hasParameterAnnotation(PathVariable.class)) {
      return answer(Problem.of(HttpStatus.NOT_FOUND, "There is nothing at this id."), headers);
    }
    var name = failure.getPropertyName() == null ? "parameter" : failure.getPropertyName();
    return answer(
        Problem.of(
            HttpStatus.BAD_REQUEST,
            "A parameter cannot be read.",
            List.of(FieldProblem.invalid(name, "cannot be read"))),
        headers);
  }

  @Override
  protected ResponseEntity<Object> handleExceptionInternal(
      Exception failure,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return answer(Problem.of(status, Details.of(status)), headers);
  }

  private static ResponseEntity<Object> answer(Problem problem, HttpHeaders headers) {
    var all = new HttpHeaders(headers);
    all.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
      all.set(HttpHeaders.RETRY_AFTER, "1");
    }
    return ResponseEntity.status(problem.status()).headers(all).body(problem);
  }

  private static String sqlState(DataIntegrityViolationException failure) {
    var cause = failure.getMostSpecificCause();
    return cause instanceof SQLException sql && sql.getSQLState() != null ? sql.getSQLState() : "";
  }
}
