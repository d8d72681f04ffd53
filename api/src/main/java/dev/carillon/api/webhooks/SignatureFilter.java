package dev.carillon.api.webhooks;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/// Stands in front of every Twilio webhook: what is not signed is refused unread and without a
/// word.
final class SignatureFilter extends OncePerRequestFilter {
  static final String HEADER = "X-Twilio-Signature";

  private static final int MOST_BYTES = 64 * 1024;

  private final SignatureCheck check;
  private final MeterRegistry metrics;

  SignatureFilter(SignatureCheck check, MeterRegistry metrics) {
    this.check = check;
    this.metrics = metrics;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var signature = request.getHeader(HEADER);
    if (signature == null || signature.isBlank()) {
      refuse(response, HttpStatus.FORBIDDEN);
      return;
    }
    if (!isForm(request.getContentType())) {
      refuse(response, HttpStatus.UNSUPPORTED_MEDIA_TYPE);
      return;
    }
    var body =
        request.getContentLengthLong() > MOST_BYTES
            ? new byte[MOST_BYTES + 1]
            : request.getInputStream().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      refuse(response, HttpStatus.CONTENT_TOO_LARGE);
      return;
    }
    var parameters = FormBody.parse(body);
    if (parameters.isEmpty() || !check.holds(target(request), parameters.get(), signature)) {
      refuse(response, HttpStatus.FORBIDDEN);
      return;
    }
    var form = SignedForm.of(parameters.get());
    if (form.isEmpty()) {
      refuse(response, HttpStatus.BAD_REQUEST);
      return;
    }
    request.setAttribute(SignedForm.ATTRIBUTE, form.get());
    chain.doFilter(request, response);
  }

  /// The request target exactly as it was sent.
  private static String target(HttpServletRequest request) {
    var query = request.getQueryString();
    return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
  }

  private static boolean isForm(String contentType) {
    try {
      return contentType != null
          && MediaType.APPLICATION_FORM_URLENCODED.equalsTypeAndSubtype(
              MediaType.parseMediaType(contentType));
    } catch (InvalidMediaTypeException _) {
      return false;
    }
  }

  private void refuse(HttpServletResponse response, HttpStatus status) {
    metrics
        .counter("carillon.webhooks.refused", "status", Integer.toString(status.value()))
        .increment();
    response.setStatus(status.value());
    response.setContentLength(0);
  }
}
