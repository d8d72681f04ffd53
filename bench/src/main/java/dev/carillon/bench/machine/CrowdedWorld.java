package dev.carillon.bench.machine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.carillon.platform.process.StartFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The sandbox with many people in it, and what its carrier has noted.
final class CrowdedWorld implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern CALL_ID = Pattern.compile("/twilio/status/([0-9a-f-]{36})/");
  private static final List<List<String>> SCRIPTS =
      List.of(
          List.of("confirm"),
          List.of("busy", "hang_up_early"),
          List.of("no_answer", "hang_up_early"),
          List.of("hang_up_early"));

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI sandbox;

  CrowdedWorld(URI sandbox) {
    this.sandbox = sandbox;
  }

  /// The requests to place a call, as the carrier got them.
  ///
  /// @param perCall how many came for one call of ours
  /// @param perNumber how many came for one person
  record Requests(Map<String, Integer> perCall, Map<String, Integer> perNumber) {}

  static String number(int person) {
    return "+1212736%04d".formatted(person);
  }

  static String csv(int people) {
    var csv = new StringBuilder("name,phone\n");
    IntStream.range(0, people)
        .forEach(person -> csv.append("Person %d,%s\n".formatted(person, number(person))));
    return csv.toString();
  }

  /// A quarter each confirms, is busy at first, does not answer at first, hangs up at once.
  void settle(int people) throws InterruptedException {
    var residents =
        IntStream.range(0, people)
            .mapToObj(person ->
                Map.of(
                    "phoneNumber", number(person),
                    "scripts", SCRIPTS.get(person % SCRIPTS.size())))
            .toList();
    var world =
        Map.of("ringSeconds", List.of(0.3, 1.0), "noAnswerSeconds", 1.5, "people", residents);
    ask(
        HttpRequest.newBuilder(sandbox.resolve("/sandbox/people"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json(world))));
  }

  Requests requests() throws InterruptedException {
    var perCall = new HashMap<String, Integer>();
    var perNumber = new HashMap<String, Integer>();
    for (var entry : entries("create")) {
      var call = CALL_ID.matcher(entry.path("params").toString());
      perCall.merge(call.find() ? call.group(1) : "none", 1, Integer::sum);
      perNumber.merge(entry.path("to").asText(), 1, Integer::sum);
    }
    return new Requests(perCall, perNumber);
  }

  /// The ledger is read in pages by sequence number, whatever their kind.
  private List<JsonNode> entries(String event) throws InterruptedException {
    var found = new ArrayList<JsonNode>();
    long since = 0;
    while (true) {
      var page =
          ask(HttpRequest.newBuilder(sandbox.resolve("/sandbox/ledger?since=" + since)).GET());
      var last = page.path("last").asLong();
      if (last == since) {
        return found;
      }
      page.path("entries").forEach(entry -> keep(entry, event, found));
      since = last;
    }
  }

  private static void keep(JsonNode entry, String event, List<JsonNode> found) {
    if (entry.path("event").asText().equals(event)) {
      found.add(entry);
    }
  }

  private JsonNode ask(HttpRequest.Builder request) throws InterruptedException {
    try {
      var answer =
          http.send(
              request.timeout(Duration.ofSeconds(30)).build(),
              HttpResponse.BodyHandlers.ofString());
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new StartFailure("the sandbox does not answer: " + e.getMessage(), e);
    }
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("plain data", e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
