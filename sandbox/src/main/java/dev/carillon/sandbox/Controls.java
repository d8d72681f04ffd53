package dev.carillon.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.carillon.sandbox.faults.Fault;
import dev.carillon.sandbox.faults.Faults;
import dev.carillon.sandbox.ledger.Ledger;
import dev.carillon.sandbox.ledger.LedgerEntry;
import dev.carillon.sandbox.people.People;
import dev.carillon.sandbox.people.Scenario;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Steers the world over HTTP: who lives in it, what goes wrong, and what has happened.
final class Controls {
  private static final int MOST_ENTRIES = 5_000;
  private static final TypeReference<Map<String, List<Fault>>> FAULTS = new TypeReference<>() {};

  private final ObjectMapper json = new ObjectMapper();
  private final People people;
  private final Faults faults;
  private final Ledger ledger;

  Controls(People people, Faults faults, Ledger ledger) {
    this.people = people;
    this.faults = faults;
    this.ledger = ledger;
  }

  void addTo(RoutesConfig routes) {
    routes.get("/sandbox/people", context -> answer(context, people.all()));
    routes.post("/sandbox/people", this::settle);
    routes.get("/sandbox/faults", context -> answer(context, faults.all()));
    routes.post("/sandbox/faults", this::setFaults);
    routes.get("/sandbox/ledger", this::showLedger);
  }

  private void settle(Context context) throws JsonProcessingException {
    people.settle(json.readValue(context.body(), Scenario.class));
    answer(context, people.all());
  }

  private void setFaults(Context context) throws JsonProcessingException {
    Map<String, List<Fault>> given = json.readValue(context.body(), FAULTS);
    given.forEach((place, list) -> faults.set(place(place), list));
    ledger.write("faults", "given", given);
    answer(context, faults.all());
  }

  private static Faults.Place place(String name) {
    return Faults.Place.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private void showLedger(Context context) {
    long since =
        Long.parseLong(context.queryParam("since") == null ? "0" : context.queryParam("since"));
    String event = context.queryParam("event");
    List<LedgerEntry> entries =
        ledger.since(since, MOST_ENTRIES).stream()
            .filter(entry -> event == null || entry.event().equals(event))
            .toList();
    long last = entries.isEmpty() ? since : entries.getLast().seq();
    String items = entries.stream().map(ledger::json).collect(Collectors.joining(",\n"));
    context
        .contentType("application/json")
        .result("{\"last\":" + last + ",\"entries\":[" + items + "]}");
  }

  private void answer(Context context, Object body) throws JsonProcessingException {
    JsonNode tree = json.valueToTree(body);
    context.contentType("application/json").result(json.writeValueAsString(tree));
  }
}
