package dev.carillon.api.web.intake;

import dev.carillon.account.AccountRef;
import dev.carillon.api.web.problem.FieldProblem;
import dev.carillon.api.web.problem.Problem;
import dev.carillon.api.web.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/// Executes a POST with an `Idempotency-Key` once: sent again it gets the same bytes, with another
/// body 422, and 409 while the first is under way.
final class IdempotencyFilter extends OncePerRequestFilter {
  private static final Logger log = LoggerFactory.getLogger(IdempotencyFilter.class);
  private static final String HEADER = "Idempotency-Key";
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,255}");
  // Not an answer to the request but to the moment: it may be sent again.
  private static final Set<Integer> PASSING = Set.of(408, 425, 429);

  private final IdempotencyKeys keys;
  private final ObjectProvider<AccountRef> account;
  private final ProblemWriter problems;

  IdempotencyFilter(
      IdempotencyKeys keys, ObjectProvider<AccountRef> account, ProblemWriter problems) {
    this.keys = keys;
    this.account = account;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getMethod().equals("POST")
        || !request.getRequestURI().startsWith("/api/")
        || request.getHeader(HEADER) == null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var key = request.getHeader(HEADER);
    if (!KEY.matcher(key).matches()) {
      problems.write(response, badKey());
      return;
    }
    try {
      claim(new Exchange(request, response, chain), key);
    } catch (DataAccessException | TransactionException failure) {
      log.atWarn().setCause(failure).log("an idempotency key could not be looked up");
      problems.write(
          response,
          Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "The database does not answer right now."));
    }
  }

  private void claim(Exchange exchange, String key) throws ServletException, IOException {
    var request = exchange.request();
    var tenant = account.getObject().tenantId();
    var route = request.getRequestURI();
    switch (keys.claim(tenant, route, key, RequestHash.of(request))) {
      case IdempotencyKeys.Claim.Fresh _ -> execute(exchange, tenant, route, key);
      case IdempotencyKeys.Claim.Answered(KeptAnswer answer) -> repeat(exchange.response(), answer);
      case IdempotencyKeys.Claim.OtherRequest _ ->
          problems.write(
              exchange.response(),
              Problem.of(
                  HttpStatus.UNPROCESSABLE_CONTENT,
                  "This key was used with another body.",
                  List.of(new FieldProblem(HEADER, "REUSED", "belongs to another request"))));
      case IdempotencyKeys.Claim.UnderWay _ -> {
        exchange.response().setHeader("Retry-After", "1");
        problems.write(
            exchange.response(),
            Problem.of(HttpStatus.CONFLICT, "The same request is being worked on."));
      }
    }
  }

  private void execute(Exchange exchange, UUID tenant, String route, String key)
      throws ServletException, IOException {
    var captured = new ContentCachingResponseWrapper(exchange.response());
    boolean answered = false;
    try {
      exchange.chain().doFilter(exchange.request(), captured);
      int status = captured.getStatus();
      if (status < HttpStatus.INTERNAL_SERVER_ERROR.value() && !PASSING.contains(status)) {
        var body = new String(captured.getContentAsByteArray(), StandardCharsets.UTF_8);
        keys.keep(tenant, route, key, new KeptAnswer(status, captured.getContentType(), body));
        answered = true;
      }
    } finally {
      if (!answered) {
        keys.release(tenant, route, key);
      }
    }
    captured.copyBodyToResponse();
  }

  private static void repeat(HttpServletResponse response, KeptAnswer answer) throws IOException {
    response.setStatus(answer.status());
    if (answer.contentType() != null) {
      response.setContentType(answer.contentType());
    }
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private static Problem badKey() {
    return Problem.of(
        HttpStatus.BAD_REQUEST,
        "A header cannot be read.",
        List.of(new FieldProblem(HEADER, "INVALID", "has 1 to 255 printable characters")));
  }

  private record Exchange(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain) {}
}
