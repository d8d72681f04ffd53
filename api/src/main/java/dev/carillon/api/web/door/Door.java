package dev.carillon.api.web.door;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Decides about each request before anything reads it.
final class Door {
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
  private static final Set<String> OWN_PAGES = Set.of("same-origin", "none");
  private static final List<String> FORWARDED =
      List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host");

  private final DoorProperties properties;
  private final @Nullable Sessions sessions;

  Door(DoorProperties properties, @Nullable Sessions sessions) {
    this.properties = properties;
    this.sessions = sessions;
  }

  Verdict decide(HttpServletRequest request) {
    var area = Area.of(request.getRequestURI());
    if (sessions == null) {
      var place = decideByPlace(request, area);
      if (place != Verdict.WELCOME) {
        return place;
      }
    } else if (area.needsToken() && !knowsToken(request, sessions)) {
      return Verdict.UNKNOWN;
    }
    return area.forBrowsers() && isForeign(request) ? Verdict.FOREIGN : Verdict.WELCOME;
  }

  /// Without a token the caller must be on this machine and mean it: by one of its own names, not
  /// passed on by a tunnel. Only webhooks may come through one.
  private Verdict decideByPlace(HttpServletRequest request, Area area) {
    boolean loopbackHost = Hosts.isLoopback(request.getHeader("Host"));
    if (area == Area.WEBHOOKS) {
      return loopbackHost || isPublicHost(request) ? Verdict.WELCOME : Verdict.WRONG_HOST;
    }
    if (!loopbackHost) {
      return Verdict.WRONG_HOST;
    }
    boolean passedOn = FORWARDED.stream().anyMatch(name -> request.getHeader(name) != null);
    return passedOn || !isLoopback(request.getRemoteAddr()) ? Verdict.FOREIGN : Verdict.WELCOME;
  }

  private boolean isPublicHost(HttpServletRequest request) {
    var host = request.getHeader("Host");
    return host != null && Hosts.withoutPort(host).equals(properties.publicHost());
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException _) {
      return false;
    }
  }

  private static boolean knowsToken(HttpServletRequest request, Sessions sessions) {
    var authorization = request.getHeader("Authorization");
    if (authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
      return sessions.isToken(authorization.substring(7).strip());
    }
    Cookie[] cookies = request.getCookies();
    return cookies != null
        && Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(Sessions.COOKIE))
            .anyMatch(cookie -> sessions.isOpen(cookie.getValue()));
  }

  /// A page of another site may make a browser send requests with our cookie, or to this machine.
  private static boolean isForeign(HttpServletRequest request) {
    if (READING.contains(request.getMethod())) {
      return false;
    }
    var site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return !OWN_PAGES.contains(site);
    }
    var origin = request.getHeader("Origin");
    return origin != null && !Hosts.sameOrigin(origin, request.getHeader("Host"));
  }

  /// What becomes of a request.
  enum Verdict {
    WELCOME,
    /// No token, or a wrong one.
    UNKNOWN,
    WRONG_HOST,
    /// Sent by a page of another site, or passed on from elsewhere.
    FOREIGN
  }
}
