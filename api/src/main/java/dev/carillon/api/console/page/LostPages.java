package dev.carillon.api.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/// Answers a browser that follows a dead link with a page; programs, also those that take whatever
/// comes, get the problem they always get.
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class LostPages {

  @ExceptionHandler(
      exception = NoResourceFoundException.class,
      produces = MediaType.TEXT_HTML_VALUE)
  ModelAndView nothingThere(NoResourceFoundException failure, HttpServletRequest request)
      throws NoResourceFoundException {
    var accept = request.getHeader("Accept");
    if (accept == null || !accept.contains(MediaType.TEXT_HTML_VALUE)) {
      throw failure;
    }
    return ConsoleErrors.page(
        HttpStatus.NOT_FOUND, new Refusal("There is nothing at this address.", List.of()));
  }
}
