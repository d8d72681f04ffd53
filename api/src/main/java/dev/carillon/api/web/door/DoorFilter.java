package dev.carillon.api.web.door;

import dev.carillon.api.web.problem.Problem;
import dev.carillon.api.web.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets a request in, sends a browser to the login page, or refuses.
final class DoorFilter extends OncePerRequestFilter {
  private final Door door;
  private final ProblemWriter problems;

  DoorFilter(Door door, ProblemWriter problems) {
    this.door = door;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    switch (door.decide(request)) {
      case WELCOME -> chain.doFilter(request, response);
      case UNKNOWN -> askWho(request, response);
      case WRONG_HOST ->
          refuse(response, HttpStatus.MISDIRECTED_REQUEST, "This server has another name.");
      case FOREIGN ->
          refuse(response, HttpStatus.FORBIDDEN, "The request comes from somewhere else.");
    }
  }

  private void askWho(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (isPageLoad(request)) {
      var query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
      var next = URLEncoder.encode(request.getRequestURI() + query, StandardCharsets.UTF_8);
      response.sendRedirect("/login?next=" + next);
      return;
    }
    response.setHeader("WWW-Authenticate", "Bearer");
    refuse(response, HttpStatus.UNAUTHORIZED, "Send the API token as a bearer token.");
  }

  private static boolean isPageLoad(HttpServletRequest request) {
    var accept = request.getHeader("Accept");
    return request.getMethod().equals("GET")
        && !request.getRequestURI().startsWith("/api/")
        && accept != null
        && accept.contains("text/html");
  }

  private void refuse(HttpServletResponse response, HttpStatus status, String detail)
      throws IOException {
    problems.write(response, Problem.of(status, detail));
  }
}
