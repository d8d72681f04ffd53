package dev.carillon.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Somebody who uses the REST API.
public final class Visitor implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI api;

  public Visitor(RunningApi api) {
    this.api = api.address();
  }

  public Answer get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(api.resolve(path)).build());
  }

  public Answer post(String path, String body, String... headers)
      throws IOException, InterruptedException {
    return send("POST", path, body, headers);
  }

  public Answer send(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(api.resolve(path))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  private Answer send(HttpRequest request) throws IOException, InterruptedException {
    return new Answer(http.send(request, HttpResponse.BodyHandlers.ofString()));
  }

  public HttpClient http() {
    return http;
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  /// An answer, read as JSON where it is.
  public record Answer(HttpResponse<String> response) {
    public int status() {
      return response.statusCode();
    }

    public JsonNode json() {
      return JSON.readTree(response.body());
    }

    public String text(String field) {
      return json().path(field).asString();
    }

    /// The fields that a problem names.
    public List<String> faults() {
      return StreamSupport.stream(json().path("errors").spliterator(), false)
          .map(error -> error.path("field").asString())
          .toList();
    }

    @Override
    public String toString() {
      return status() + " " + response.body();
    }
  }
}
