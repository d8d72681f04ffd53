package dev.carillon.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoundationIT {
  private static final String TOKEN = "0123456789abcdef-token";

  @AutoClose
  private static final RunningApi API = RunningApi.start("--carillon.door.token=" + TOKEN);

  @AutoClose private final Calls calls = new Calls(API.address());

  @Test
  void healthNeedsNoToken() {
    var answer = calls.get("/health");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("status")).isEqualTo("UP");
    assertThat(answer.json().get("activeCalls").asInt()).isZero();
    assertThat(answer.text("uptime")).startsWith("PT");
    assertThat(answer.json().get("missing").toString()).isEqualTo("[\"TWILIO_PHONE_NUMBER\"]");
  }

  @Test
  void theDocumentDescribesTheRoutesAndTheirConventions() {
    var answer = calls.send("GET", "/v3/api-docs", null, "Authorization", "Bearer " + TOKEN);

    assertThat(answer.text("openapi")).startsWith("3.1");
    assertThat(answer.body())
        .contains("/api/v1/contacts/imports", "Idempotency-Key", "cursor", "problem+json");
    assertThat(
            calls
                .send("GET", "/swagger-ui/index.html", null, "Authorization", "Bearer " + TOKEN)
                .status())
        .isEqualTo(200);
  }

  @Test
  void metricsAreThere() {
    var answer =
        calls.send("GET", "/actuator/prometheus", null, "Authorization", "Bearer " + TOKEN);

    assertThat(answer.body()).contains("jvm_memory_used_bytes", "http_server_requests");
  }

  @ParameterizedTest
  @CsvSource({
    "GET /nothing,404",
    "GET /api/v1/nothing,404",
    "DELETE /api/v1/business,405",
    "GET /api/v1/contacts/..%2f..%2fetc,400",
    "GET /%zz,400",
    "GET /api/v1/contacts/no-uuid,404",
    "TRACE /api/v1/contacts,405",
  })
  void whateverIsRefusedIsRefusedAsAProblem(String line, int status) throws IOException {
    var answer = raw(line + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + TOKEN);

    assertThat(answer).startsWith("HTTP/1.1 " + status);
    assertThat(answer).contains("application/problem+json").contains("\"status\":" + status);
    assertThat(answer).doesNotContain("Exception", "Tomcat", "<html");
  }

  @Test
  void aBodyThatIsCutOffOrTooLongForItsKindIsRefused() throws IOException {
    var chunked =
        raw(
            "POST /api/v1/contacts HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + TOKEN
                + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "200000\r\n"
                + " ".repeat(0x200000)
                + "\r\n0");

    assertThat(chunked).startsWith("HTTP/1.1 413").contains("application/problem+json");
  }

  @Test
  void aBrowserIsSentToTheLoginPageAndComesBackWithACookie() throws IOException {
    var asked = raw("GET /campaigns?x=1 HTTP/1.1\r\nHost: localhost\r\nAccept: text/html");
    var wrong = raw(form("token=wrong&next=%2Fcampaigns"));
    var signedIn = raw(form("token=" + TOKEN + "&next=%2Fcampaigns"));
    var elsewhere = raw(form("token=" + TOKEN + "&next=%2F%2Fevil.example"));

    assertThat(asked).startsWith("HTTP/1.1 302").contains("/login?next=%2Fcampaigns%3Fx%3D1");
    assertThat(wrong).startsWith("HTTP/1.1 401").doesNotContain("Set-Cookie");
    assertThat(signedIn)
        .startsWith("HTTP/1.1 303")
        .contains("carillon_session=", "HttpOnly", "SameSite=Strict", "Location: /campaigns");
    assertThat(elsewhere).contains("Location: /\r\n");
  }

  @Test
  void everyAnswerCarriesTheHeadersThatGuardBrowsers() {
    var headers = calls.get("/login").response().headers();

    assertThat(headers.firstValue("Content-Security-Policy"))
        .hasValueSatisfying(policy ->
            assertThat(policy)
                .contains("script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe"));
    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
  }

  private static String form(String body) {
    return "POST /login HTTP/1.1\r\n"
        + "Host: localhost\r\n"
        + "Content-Type: application/x-www-form-urlencoded\r\n"
        + "Content-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  /// Sends what stands there and reads until the server is done with it.
  private static String raw(String request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), API.port())) {
      socket.setSoTimeout(20_000);
      boolean headersOnly = !request.contains("\r\n\r\n");
      var text = headersOnly ? request + "\r\nConnection: close\r\n\r\n" : request + "\r\n\r\n";
      var closing = text.replaceFirst("Host: localhost", "Host: localhost\r\nConnection: close");
      socket
          .getOutputStream()
          .write((headersOnly ? text : closing).getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
