package dev.carillon.api.console.page;

import dev.carillon.api.web.problem.ProblemException;
import io.grpc.StatusRuntimeException;
import io.temporal.failure.TemporalException;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/// Shows what went wrong as a page, where REST would answer with JSON.
@ControllerAdvice(basePackages = "dev.carillon.api.console")
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ConsoleErrors {
  private static final Logger log = LoggerFactory.getLogger(ConsoleErrors.class);

  @ExceptionHandler(ProblemException.class)
  ModelAndView refused(ProblemException refusal) {
    var problem = refusal.problem();
    return page(HttpStatusCode.valueOf(problem.status()), Refusal.of(problem));
  }

  @ExceptionHandler(MethodArgumentTypeMismatchException.class)
  ModelAndView nothingThere(MethodArgumentTypeMismatchException failure) {
    return page(HttpStatus.NOT_FOUND, new Refusal("There is nothing at this address.", List.of()));
  }

  @ExceptionHandler(ServletRequestBindingException.class)
  ModelAndView incomplete(ServletRequestBindingException failure) {
    return page(HttpStatus.BAD_REQUEST, new Refusal("A field is missing.", List.of()));
  }

  @ExceptionHandler({
    DataAccessResourceFailureException.class,
    TransientDataAccessException.class,
    CannotCreateTransactionException.class
  })
  ModelAndView databaseAway(Exception failure) {
    log.atWarn().setCause(failure).log("the database did not answer in time");
    return page(
        HttpStatus.SERVICE_UNAVAILABLE,
        new Refusal("The database does not answer right now. Try again in a moment.", List.of()));
  }

  @ExceptionHandler({TemporalException.class, StatusRuntimeException.class})
  ModelAndView temporalAway(Exception failure) {
    log.atWarn().setCause(failure).log("Temporal did not do what a page asked for");
    return page(
        HttpStatus.SERVICE_UNAVAILABLE,
        new Refusal(
            "Temporal, which keeps the calls going, does not answer right now. Nothing was changed;"
                + " try again in a moment.",
            List.of()));
  }

  @ExceptionHandler(Throwable.class)
  ModelAndView unexpected(Throwable failure) {
    if (failure instanceof ErrorResponse known) {
      return page(known.getStatusCode(), new Refusal("That cannot be done here.", List.of()));
    }
    log.atError().setCause(failure).log("a page failed");
    return page(
        HttpStatus.INTERNAL_SERVER_ERROR,
        new Refusal("Something went wrong here. The failure is in the log.", List.of()));
  }

  static ModelAndView page(HttpStatusCode status, Refusal refusal) {
    var page = new ModelAndView("console/error", Map.of("refusal", refusal));
    page.setStatus(status);
    return page;
  }
}
