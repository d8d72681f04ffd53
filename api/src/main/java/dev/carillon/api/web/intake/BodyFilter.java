package dev.carillon.api.web.intake;

import dev.carillon.api.web.problem.Problem;
import dev.carillon.api.web.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/// Reads the bodies of REST requests, at most 1 MB, before anything else may: so the limit holds
/// without a length, and with a wrong one. Lists of people have a limit of their own; forms are
/// left to the server.
final class BodyFilter extends OncePerRequestFilter {
  static final int MOST = 1 << 20;
  static final String IMPORTS = "/api/v1/contacts/imports";
  private static final Set<String> WRITING = Set.of("POST", "PUT", "PATCH", "DELETE");

  private final ProblemWriter problems;

  BodyFilter(ProblemWriter problems) {
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    var path = request.getRequestURI();
    boolean rest = path.startsWith("/api/") || path.startsWith("/internal/");
    return !rest || path.equals(IMPORTS) || !WRITING.contains(request.getMethod());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    byte[] body;
    try {
      if (request.getContentLengthLong() > MOST) {
        throw new BodyTooLarge();
      }
      body = request.getInputStream().readNBytes(MOST + 1);
      if (body.length > MOST) {
        throw new BodyTooLarge();
      }
    } catch (BodyTooLarge _) {
      problems.write(
          response, Problem.of(HttpStatus.CONTENT_TOO_LARGE, "A body may have up to 1 MB."));
      return;
    } catch (IOException _) {
      // Cut off, or longer or shorter than announced.
      problems.write(
          response, Problem.of(HttpStatus.BAD_REQUEST, "The body did not arrive whole."));
      return;
    }
    chain.doFilter(new BufferedRequest(request, body), response);
  }
}
