package dev.carillon.api.web.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/// Tells browsers to run no script but our own files, and to keep our pages out of others' frames.
final class GuardHeadersFilter extends OncePerRequestFilter {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'%s; img-src 'self' data:;"
          + " font-src 'self'; media-src 'self' blob:; connect-src 'self'%s; form-action 'self';"
          + " base-uri 'none'; frame-ancestors 'none'";

  private final String policy;
  private final String documentationPolicy;

  GuardHeadersFilter(@Nullable URI media) {
    var listening =
        media == null || media.getHost() == null
            ? ""
            : " " + media.getScheme() + "://" + media.getRawAuthority();
    this.policy = POLICY.formatted("", listening);
    // The documentation's viewer styles its parts inline.
    this.documentationPolicy = POLICY.formatted(" 'unsafe-inline'", "");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var path = request.getRequestURI();
    response.setHeader(
        "Content-Security-Policy", path.startsWith("/swagger-ui") ? documentationPolicy : policy);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    if (!path.startsWith("/assets/")) {
      response.setHeader("Cache-Control", "no-store");
    }
    chain.doFilter(request, response);
  }
}
