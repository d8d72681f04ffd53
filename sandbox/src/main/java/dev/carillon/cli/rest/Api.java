package dev.carillon.cli.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.carillon.cli.rest.Answers.Page;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The REST API of a running platform. Every method may throw [ApiFailure].
public final class Api {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Duration UPLOAD_LIMIT = Duration.ofMinutes(15);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
  private final URI base;
  private final @Nullable String token;
  private final Supplier<String> keys;

  /// The API at `base`, such as `http://127.0.0.1:8080`.
  ///
  /// @param token for the Authorization header, if the platform wants one
  /// @param keys gives a new idempotency key for each POST
  public Api(URI base, @Nullable String token, Supplier<String> keys) {
    this.base = base;
    this.token = token;
    this.keys = keys;
  }

  public URI address() {
    return base;
  }

  public <T> T get(String path, Class<T> type) throws InterruptedException {
    return read(send(request(path).GET(), LIMIT).body(), type);
  }

  /// All items of a list, page after page.
  public <T> List<T> list(String path, Class<T> type) throws InterruptedException {
    var all = new ArrayList<T>();
    String next = null;
    do {
      var page = page(next == null ? path : withParameter(path, "cursor", next), type);
      all.addAll(page.items());
      next = page.next();
    } while (next != null);
    return all;
  }

  /// The first page of a list.
  public <T> Page<T> page(String path, Class<T> type) throws InterruptedException {
    var page = read(send(request(path).GET(), LIMIT).body(), JsonNode.class);
    var items = new ArrayList<T>();
    page.path("items").forEach(item -> items.add(converted(item, type)));
    return new Page<>(items, page.path("next").asText(null));
  }

  public <T> T post(String path, Map<String, ?> body, Class<T> type) throws InterruptedException {
    var request =
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(write(body)));
    return read(send(request.header("Idempotency-Key", keys.get()), LIMIT).body(), type);
  }

  /// Sends a table of contacts.
  public Answers.Import upload(BodyPublisher csv) throws InterruptedException {
    var request = request("/api/v1/contacts/imports").header("Content-Type", "text/csv").POST(csv);
    var answer = send(request.header("Idempotency-Key", keys.get()), UPLOAD_LIMIT);
    var made = read(answer.body(), Answers.Made.class);
    return get("/api/v1/contacts/imports/" + made.id(), Answers.Import.class);
  }

  public String text(String path) throws InterruptedException {
    return send(request(path).GET(), LIMIT).body();
  }

  private HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(base.resolve(path)).header("Accept", "*/*");
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private HttpResponse<String> send(HttpRequest.Builder request, Duration limit)
      throws InterruptedException {
    try {
      var answer = client.send(request.timeout(limit).build(), BodyHandlers.ofString());
      if (answer.statusCode() >= 400) {
        throw new ApiFailure(answer.statusCode(), refusal(answer));
      }
      return answer;
    } catch (IOException e) {
      throw new ApiFailure(
          "no platform answers at "
              + base
              + ": start one with ./carillon up, or name another with --api",
          e);
    }
  }

  private static String refusal(HttpResponse<String> answer) {
    if (answer.statusCode() == 401) {
      return "the platform wants a token: set CARILLON_API_TOKEN";
    }
    try {
      return JSON.readValue(answer.body(), Problem.class).line(answer.statusCode());
    } catch (JsonProcessingException _) {
      return "the platform answered " + answer.statusCode();
    }
  }

  private static String withParameter(String path, String name, String value) {
    var encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
    return path + (path.contains("?") ? "&" : "?") + name + "=" + encoded;
  }

  private static String write(Map<String, ?> body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON", e);
    }
  }

  private static <T> T read(String body, Class<T> type) {
    try {
      return JSON.readValue(body, type);
    } catch (JsonProcessingException e) {
      throw new ApiFailure("the platform's answer is not what this version expects", e);
    }
  }

  private static <T> T converted(JsonNode item, Class<T> type) {
    try {
      return JSON.treeToValue(item, type);
    } catch (JsonProcessingException e) {
      throw new ApiFailure("the platform's answer is not what this version expects", e);
    }
  }
}
