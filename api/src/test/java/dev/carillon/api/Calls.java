package dev.carillon.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Requests to a running API, as a client would send them.
public final class Calls implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI base;

  public Calls(URI base) {
    this.base = base;
  }

  public Answer get(String path) {
    return send("GET", path, null);
  }

  public Answer post(String path, String json, String... headers) {
    return send("POST", path, json, headers);
  }

  /// Sends JSON; `headers` are names and values in turn.
  public Answer send(String method, String path, @Nullable String json, String... headers) {
    var body = json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json);
    var request = request(path).method(method, body);
    if (json != null) {
      request.header("Content-Type", "application/json");
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    return answer(request.build());
  }

  /// Sends a body of any kind.
  public Answer post(String path, String type, BodyPublisher body) {
    return answer(request(path).header("Content-Type", type).POST(body).build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path));
  }

  private Answer answer(HttpRequest request) {
    try {
      return new Answer(client.send(request, BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public void close() {
    client.close();
  }

  /// What came back.
  public record Answer(HttpResponse<String> response) {
    public int status() {
      return response.statusCode();
    }

    public String body() {
      return response.body();
    }

    public String type() {
      return response.headers().firstValue("Content-Type").orElse("");
    }

    public JsonNode json() {
      return JSON.readTree(response.body());
    }

    public String text(String field) {
      return json().get(field).asString();
    }

    /// `field:code` of each error.
    public java.util.List<String> errors() {
      return json()
          .get("errors")
          .valueStream()
          .map(error -> error.get("field").asString() + ":" + error.get("code").asString())
          .toList();
    }
  }
}
