package dev.carillon.cli.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.carillon.cli.rest.Answers.Contact;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ApiTest {
  private final List<String> requests = new ArrayList<>();
  private HttpServer server;
  private Api api;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
    var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    api = new Api(address, "token", () -> "key-1");
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  @Test
  void readsAListPageAfterPage() throws InterruptedException {
    server.createContext(
        "/contacts",
        exchange -> {
          var second = String.valueOf(exchange.getRequestURI()).contains("cursor=a%2Fb");
          answer(
              exchange,
              200,
              second
                  ? "{\"items\":[{\"id\":\"2\",\"phoneNumber\":\"+2\",\"more\":1}],\"next\":null}"
                  : "{\"items\":[{\"id\":\"1\",\"phoneNumber\":\"+1\"}],\"next\":\"a/b\"}");
        });

    assertThat(api.list("/contacts?limit=1", Contact.class))
        .extracting(Contact::id)
        .containsExactly("1", "2");
  }

  @Test
  void sendsItsTokenAndAnIdempotencyKey() throws InterruptedException {
    server.createContext(
        "/calls",
        exchange -> {
          requests.add(exchange.getRequestHeaders().getFirst("Authorization"));
          requests.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
          requests.add(
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          answer(exchange, 202, "{\"id\":\"c\"}");
        });

    api.post("/calls", Map.of("purpose", "reminder"), Answers.Made.class);

    assertThat(requests).containsExactly("Bearer token", "key-1", "{\"purpose\":\"reminder\"}");
  }

  @Test
  void saysWhatIsWrongWithEachField() {
    respond(
        422,
        """
        {"title":"Unprocessable","detail":"A field is wrong",
         "errors":[{"field":"phoneNumber","code":"TOO_SHORT","message":"is too short"},{"code":"WINDOW"}]}
        """);

    assertThatThrownBy(() -> api.get("/x", Contact.class))
        .isInstanceOf(ApiFailure.class)
        .hasMessage("A field is wrong (phoneNumber: is too short; WINDOW)");
  }

  @Test
  void saysWhichVariableHoldsTheToken() {
    respond(401, "");

    assertThatThrownBy(() -> api.get("/x", Contact.class))
        .hasMessage("the platform wants a token: set CARILLON_API_TOKEN");
  }

  @Test
  void saysHowToStartAPlatformWhenNoneAnswers() {
    server.stop(0);

    assertThatThrownBy(() -> api.get("/x", Contact.class))
        .isInstanceOfSatisfying(
            ApiFailure.class, failure -> assertThat(failure.unanswered()).isTrue())
        .hasMessageContaining("start one with ./carillon up");
  }

  private void respond(int status, String body) {
    server.createContext("/x", exchange -> answer(exchange, status, body));
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
