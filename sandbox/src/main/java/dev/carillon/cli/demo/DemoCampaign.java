package dev.carillon.cli.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.carillon.cli.campaign.CampaignWatch;
import dev.carillon.cli.campaign.ContactList;
import dev.carillon.cli.rest.Answers.Call;
import dev.carillon.cli.rest.Answers.Campaign;
import dev.carillon.cli.rest.Answers.Contact;
import dev.carillon.cli.rest.Answers.Journey;
import dev.carillon.cli.rest.Api;
import dev.carillon.cli.shell.Session;
import dev.carillon.platform.process.StartFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The demo's reminder campaign, from the list of people to their outcomes.
final class DemoCampaign {
  private static final Map<String, Object> CAMPAIGN =
      Map.of(
          "name",
          "Tomorrow's appointments",
          "purpose",
          "reminder",
          "maxAttempts",
          3,
          "redial",
          Map.of(
              "NO_ANSWER", List.of("PT2S", "PT3S"),
              "BUSY", List.of("PT2S", "PT3S"),
              "FAILED", List.of("PT2S"),
              "VOICEMAIL", List.of()),
          "pace",
          Map.of("callsPerSecond", 2, "concurrency", 10));

  private final Api api;
  private final URI sandbox;
  private final Session session;
  private final InstantSource clock;
  private final @Nullable Path contacts;
  private String campaignId = "";

  DemoCampaign(
      Api api, URI sandbox, Session session, InstantSource clock, @Nullable Path contacts) {
    this.api = api;
    this.sandbox = sandbox;
    this.session = session;
    this.clock = clock;
    this.contacts = contacts;
  }

  /// Runs it to its end.
  List<Journey> run(Duration limit) throws InterruptedException {
    var list = new ContactList(api, session);
    var today = LocalDate.ofInstant(clock.instant(), DemoPeople.ZONE);
    var imported = contacts == null ? list.upload(DemoPeople.csv(today)) : list.upload(contacts);
    settle(api.list("/api/v1/contacts?limit=100", Contact.class));
    var body = new HashMap<>(CAMPAIGN);
    body.put("importId", imported.id());
    campaignId = api.post("/api/v1/campaigns", body, Campaign.class).id();
    api.post("/api/v1/campaigns/" + campaignId + "/start", Map.of(), Campaign.class);
    session.say("The campaign runs: " + api.address() + "/campaigns/" + campaignId);
    return new CampaignWatch(api, session, campaignId).untilOver(limit);
  }

  DemoResult result(long seconds, List<Journey> journeys) throws InterruptedException {
    var calls = api.list("/api/v1/calls?limit=100&campaignId=" + campaignId, Call.class);
    var people = new ArrayList<DemoResult.Contact>();
    for (var journey : journeys) {
      var talked =
          calls.stream()
              .filter(call -> journey.phoneNumber().equals(call.phoneNumber()))
              .mapToDouble(call -> call.durationSeconds() == null ? 0 : call.durationSeconds())
              .sum();
      people.add(
          new DemoResult.Contact(
              journey.name() == null ? "" : journey.name(),
              journey.phoneNumber(),
              String.valueOf(journey.outcome()),
              journey.tries().size(),
              Math.round(talked)));
    }
    return DemoResult.of(campaignId, seconds, people);
  }

  /// Tells the sandbox who lives in it and how they take a call.
  private void settle(List<Contact> people) throws InterruptedException {
    var residents = new ArrayList<Map<String, Object>>();
    for (var person : people) {
      residents.add(
          Map.of(
              "phoneNumber", person.phoneNumber(),
              "name", person.name() == null ? "" : person.name(),
              "scripts", DemoPeople.scripts(person.phoneNumber(), residents.size())));
    }
    var request =
        HttpRequest.newBuilder(sandbox.resolve("/sandbox/people"))
            .timeout(Duration.ofSeconds(10))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json(Map.of("people", residents))))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      var answer = client.send(request, HttpResponse.BodyHandlers.discarding());
      if (answer.statusCode() != 200) {
        throw new StartFailure("the sandbox refused its people with " + answer.statusCode());
      }
    } catch (IOException e) {
      throw new StartFailure("the sandbox does not answer: " + e.getMessage(), e);
    }
  }

  private static String json(Object value) {
    try {
      return new ObjectMapper().writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("plain data", e);
    }
  }
}
