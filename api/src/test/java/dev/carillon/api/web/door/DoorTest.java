package dev.carillon.api.web.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.carillon.api.web.door.Door.Verdict;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class DoorTest {
  private static final String TOKEN = "0123456789abcdef";
  private static final Instant NOW = Instant.parse("2026-06-02T17:00:00Z");
  private static final URI PUBLIC = URI.create("https://calls.example.org");

  private final DoorProperties local = new DoorProperties("127.0.0.1", null, PUBLIC, null);
  private final Door open = new Door(local, null);
  private final Sessions sessions = new Sessions(TOKEN, InstantSource.fixed(NOW));
  private final Door guarded =
      new Door(new DoorProperties("0.0.0.0", TOKEN, PUBLIC, null), sessions);

  @ParameterizedTest
  @CsvSource({
    "localhost:8080,WELCOME",
    "127.0.0.1,WELCOME",
    "[::1]:8080,WELCOME",
    "evil.example,WRONG_HOST",
    "127.0.0.1.evil.example,WRONG_HOST",
    "localhost.evil.example:8080,WRONG_HOST",
    "169.254.169.254,WRONG_HOST",
    "calls.example.org,WRONG_HOST",
  })
  void withoutTokenOnlyThisMachinesOwnNamesAreServed(String host, Verdict verdict) {
    assertThat(open.decide(get("/api/v1/contacts", host))).isEqualTo(verdict);
  }

  @Test
  void aRequestWithoutHostIsNotServed() {
    var request = get("/api/v1/contacts", "localhost");
    request.removeHeader("Host");

    assertThat(open.decide(request)).isEqualTo(Verdict.WRONG_HOST);
  }

  @Test
  void webhooksMayAlsoComeToThePublicHost() {
    assertThat(open.decide(get("/webhooks/twilio/sms/incoming", "calls.example.org")))
        .isEqualTo(Verdict.WELCOME);
    assertThat(open.decide(get("/webhooks/twilio/sms/incoming", "evil.example")))
        .isEqualTo(Verdict.WRONG_HOST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/webhooks/../api/v1/contacts", "/webhooks/%2e%2e/api", "/webhooks;x/a"})
  void anAddressThatCanBeReadInTwoWaysIsInside(String path) {
    assertThat(open.decide(get(path, "calls.example.org"))).isEqualTo(Verdict.WRONG_HOST);
    assertThat(guarded.decide(get(path, "localhost"))).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void whatATunnelPassesOnIsNotFromThisMachine() {
    var passedOn = get("/api/v1/contacts", "localhost:8080");
    passedOn.addHeader("X-Forwarded-For", "203.0.113.9");
    var fromElsewhere = get("/api/v1/contacts", "localhost:8080");
    fromElsewhere.setRemoteAddr("203.0.113.9");

    assertThat(open.decide(passedOn)).isEqualTo(Verdict.FOREIGN);
    assertThat(open.decide(fromElsewhere)).isEqualTo(Verdict.FOREIGN);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/contacts,UNKNOWN",
    "/actuator/prometheus,UNKNOWN",
    "/v3/api-docs,UNKNOWN",
    "/,UNKNOWN",
    "/health,WELCOME",
    "/login,WELCOME",
    "/webhooks/twilio/sms/incoming,WELCOME",
    "/internal/v1/events,WELCOME",
  })
  void withATokenEverythingButItsExceptionsNeedsIt(String path, Verdict verdict) {
    assertThat(guarded.decide(get(path, "calls.example.org"))).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({
    "Bearer 0123456789abcdef,WELCOME",
    "bearer 0123456789abcdef,WELCOME",
    "Bearer 0123456789abcdeX,UNKNOWN",
    "Bearer 0123456789abcde,UNKNOWN",
    "Basic 0123456789abcdef,UNKNOWN",
    "Bearer,UNKNOWN",
  })
  void onlyTheTokenItselfOpens(String authorization, Verdict verdict) {
    var request = get("/api/v1/contacts", "calls.example.org");
    request.addHeader("Authorization", authorization);

    assertThat(guarded.decide(request)).isEqualTo(verdict);
  }

  @Test
  void aCookieOpensUntilItsTimeIsOverOrTheTokenChanges() {
    var request = get("/", "calls.example.org");
    request.setCookies(new Cookie(Sessions.COOKIE, sessions.begin()));
    var later = new Sessions(TOKEN, InstantSource.fixed(NOW.plus(Duration.ofHours(13))));
    var renewed = new Sessions("another token of 16", InstantSource.fixed(NOW));

    assertThat(guarded.decide(request)).isEqualTo(Verdict.WELCOME);
    assertThat(later.isOpen(sessions.begin())).isFalse();
    assertThat(renewed.isOpen(sessions.begin())).isFalse();
    assertThat(sessions.isOpen("AAAA")).isFalse();
    assertThat(sessions.isOpen("?")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "POST,same-origin,,WELCOME",
    "POST,cross-site,,FOREIGN",
    "POST,same-site,,FOREIGN",
    "DELETE,,http://evil.example,FOREIGN",
    "DELETE,,http://localhost:8080,WELCOME",
    "PUT,,null,FOREIGN",
    "POST,,,WELCOME",
    "GET,cross-site,,WELCOME",
  })
  void pagesOfOtherSitesChangeNothing(String method, String site, String origin, Verdict verdict) {
    var request = get("/api/v1/contacts", "localhost:8080");
    request.setMethod(method);
    if (site != null) {
      request.addHeader("Sec-Fetch-Site", site);
    }
    if (origin != null) {
      request.addHeader("Origin", origin);
    }

    assertThat(open.decide(request)).isEqualTo(verdict);
  }

  @Test
  void aServerOpenToOthersNeedsAToken() {
    assertThatIllegalStateException()
        .isThrownBy(() -> new DoorProperties("0.0.0.0", null, null, null))
        .withMessageContaining("CARILLON_API_TOKEN");
    assertThatIllegalStateException()
        .isThrownBy(() -> new DoorProperties("127.0.0.1", "short", null, null));
  }

  @Test
  void tenWrongTokensAMinuteAreEnough() {
    var now = new Instant[] {NOW};
    var failures = new FailedLogins(() -> now[0]);
    for (int i = 0; i < 10; i++) {
      assertThat(failures.tooMany()).isFalse();
      failures.add();
    }

    assertThat(failures.tooMany()).isTrue();
    now[0] = NOW.plusSeconds(61);
    assertThat(failures.tooMany()).isFalse();
  }

  private static MockHttpServletRequest get(String path, String host) {
    var request = new MockHttpServletRequest("GET", path);
    request.addHeader("Host", host);
    request.setRemoteAddr("127.0.0.1");
    return request;
  }
}
