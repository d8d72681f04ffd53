package dev.carillon.api.web.door;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.HtmlUtils;

/// The login page: the token once, then a cookie.
@Controller
final class LoginController {

  private static final Pattern OWN_PATH = Pattern.compile("/(?:[\\w.=&?-][\\w/.=&?-]*)?");

  private final DoorProperties properties;
  private final @Nullable Sessions sessions;
  private final FailedLogins failures;

  LoginController(DoorProperties properties, @Nullable Sessions sessions, FailedLogins failures) {
    this.properties = properties;
    this.sessions = sessions;
    this.failures = failures;
  }

  @GetMapping("/login")
  ResponseEntity<String> page(@RequestParam(defaultValue = "/") String next) {
    return sessions == null
        ? redirect("/", null)
        : page(HttpStatus.OK, "Enter the token this server was started with.", next);
  }

  @PostMapping("/login")
  ResponseEntity<String> signIn(
      @RequestParam(defaultValue = "") String token,
      @RequestParam(defaultValue = "/") String next,
      HttpServletRequest request) {
    if (sessions == null) {
      return redirect("/", null);
    }
    if (failures.tooMany()) {
      return page(HttpStatus.TOO_MANY_REQUESTS, "Too many attempts. Wait a minute.", next);
    }
    if (!sessions.isToken(token.strip())) {
      failures.add();
      return page(HttpStatus.UNAUTHORIZED, "That is not the token.", next);
    }
    return redirect(isOwnPath(next) ? next : "/", cookie(sessions.begin(), request));
  }

  @PostMapping("/logout")
  ResponseEntity<String> signOut(HttpServletRequest request) {
    var over = ResponseCookie.from(Sessions.COOKIE, "").path("/").maxAge(Duration.ZERO);
    return redirect("/login", over.httpOnly(true).sameSite("Strict").build());
  }

  private ResponseCookie cookie(String value, HttpServletRequest request) {
    return ResponseCookie.from(Sessions.COOKIE, value)
        .path("/")
        .httpOnly(true)
        .sameSite("Strict")
        .secure(request.isSecure() || isPublicAndSecure(request))
        .maxAge(Sessions.LENGTH)
        .build();
  }

  /// TLS may end at a proxy in front of this server.
  private boolean isPublicAndSecure(HttpServletRequest request) {
    var host = request.getHeader("Host");
    return properties.publicUrl() != null
        && "https".equals(properties.publicUrl().getScheme())
        && host != null
        && Hosts.withoutPort(host).equals(properties.publicHost());
  }

  private static boolean isOwnPath(String next) {
    return OWN_PATH.matcher(next).matches();
  }

  private static ResponseEntity<String> page(HttpStatus status, String text, String next) {
    return ResponseEntity.status(status)
        .contentType(MediaType.TEXT_HTML)
        .body(
            """
            <!doctype html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>Carillon: sign in</title>
              <link rel="stylesheet" href="/assets/login.css">
            </head>
            <body>
              <main>
                <h1>Carillon</h1>
                <p>%s</p>
                <form method="post" action="/login">
                  <input type="hidden" name="next" value="%s">
                  <label for="token">API token</label>
                  <input id="token" name="token" type="password" autocomplete="current-password"
                    required autofocus>
                  <button type="submit">Sign in</button>
                </form>
              </main>
            </body>
            </html>
            """
                .formatted(text, HtmlUtils.htmlEscape(next)));
  }

  private static ResponseEntity<String> redirect(String path, @Nullable ResponseCookie cookie) {
    var answer = ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path));
    return cookie == null
        ? answer.build()
        : answer.header(HttpHeaders.SET_COOKIE, cookie.toString()).build();
  }
}
