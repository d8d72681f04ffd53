package dev.carillon.api.web;

import dev.carillon.api.web.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Reads `limit` and `cursor`.
final class PageRequestResolver implements HandlerMethodArgumentResolver {
  private static final int USUAL = 50;
  private static final int MOST = 200;

  private final Cursors cursors;

  PageRequestResolver(Cursors cursors) {
    this.cursors = cursors;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == PageRequest.class;
  }

  @Override
  public PageRequest resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    var servlet = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
    var list = servlet.getRequestURI();
    int limit = limit(request.getParameter("limit"));
    return new PageRequest(cursors, list, limit, position(list, request.getParameter("cursor")));
  }

  private static int limit(@Nullable String text) {
    if (text == null) {
      return USUAL;
    }
    try {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= MOST) {
        return limit;
      }
    } catch (NumberFormatException _) {
      // Answered below, as a number out of range is.
    }
    throw ProblemException.unreadable("limit", "OUT_OF_RANGE", "is a number from 1 to 200");
  }

  private @Nullable Position position(String list, @Nullable String cursor) {
    if (cursor == null || cursor.isEmpty()) {
      return null;
    }
    return cursors
        .read(list, cursor)
        .orElseThrow(() ->
            ProblemException.unreadable("cursor", "INVALID", "is not one this list has given"));
  }
}
