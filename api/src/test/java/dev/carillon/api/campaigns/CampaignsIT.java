package dev.carillon.api.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.api.RunningApi;
import dev.carillon.api.Visitor;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CampaignsIT {
  private static final String CAMPAIGNS = "/api/v1/campaigns";

  @AutoClose
  private static final RunningApi API = RunningApi.start("--CARILLON_PRICE_PER_MINUTE=0.02");

  @AutoClose private static final Visitor VISITOR = new Visitor(API);
  private static String person = "";

  @BeforeAll
  static void somebodyIsKnown() throws Exception {
    person =
        VISITOR
            .post("/api/v1/contacts", "{\"phoneNumber\": \"+12128120001\", \"name\": \"Ann\"}")
            .text("id");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "purpose": "spam"                                              | purpose
          "name": ""                                                     | name
          "maxAttempts": 0                                               | maxAttempts
          "maxAttempts": 21                                              | maxAttempts
          "maxAttempts": 1000000000.0                                    | maxAttempts
          "redial": {"NO_ANSWER": ["PT15X"]}                             | redial.NO_ANSWER[0]
          "redial": {"WHENEVER": ["PT5M"]}                               | redial.WHENEVER
          "redial": {"BUSY": ["-PT5M"]}                                  | redial.BUSY[0]
          "redial": {"BUSY": ["PT0S"]}                                   | redial.BUSY[0]
          "redial": {"BUSY": null}                                       | redial.BUSY
          "pace": {"callsPerSecond": 0}                                  | pace.callsPerSecond
          "pace": {"concurrency": -1}                                    | pace.concurrency
          "window": {"days": ["MON"], "from": "25:00", "to": "20:00"}    | window.from
          "window": {"days": ["MON"], "from": "20:00", "to": "09:00"}    | window.to
          "window": {"days": ["SOMEDAY"], "from": "09:00", "to": "20:00"} | window.days[0]
          "startAt": "2026-02-01T09:00:00Z", "endAt": "2026-01-01T09:00:00Z" | endAt
          "startAt": "soon"                                              | startAt
          "steps": []                                                    | steps
          "steps": [{"type": "dance"}]                                   | steps[0]
          "steps": [{"type": "wait", "duration": "PT1H"}]                | steps
          "steps": [{"type": "call"}, {"type": "sms", "text": " "}]      | steps[1]
          "budget": {"amount": "a lot", "currency": "USD"}               | budget.amount
          "budget": {"amount": "0.11", "currency": "USD"}                | budget.amount
          "agentId": "01890000-0000-7000-8000-000000000000"              | agentId
          "contactIds": ["01890000-0000-7000-8000-000000000000"]         | contactIds[0]
          "contactIds": ["x"]                                            | contactIds[0]
          "contactIds": []                                               | contactIds
          "importId": "01890000-0000-7000-8000-000000000000", "contactIds": null | importId
          """)
  void theFieldThatIsWrongIsNamed(String change, String field) throws Exception {
    var answer = VISITOR.post(CAMPAIGNS, campaign(change));

    assertThat(answer.status()).as("%s", answer).isEqualTo(422);
    assertThat(answer.faults()).contains(field);
  }

  @Test
  void aNewCampaignIsADraftWithAJourneyForEachPerson() throws Exception {
    var made = VISITOR.post(CAMPAIGNS, campaign("\"maxAttempts\": 2"));

    assertThat(made.status()).as("%s", made).isEqualTo(201);
    assertThat(made.text("state")).isEqualTo("DRAFT");
    assertThat(made.json().path("counts").path("total").asInt()).isEqualTo(1);
    assertThat(made.json().path("redial").path("NO_ANSWER").toString())
        .isEqualTo("[\"PT2H\",\"PT24H\"]");
    assertThat(VISITOR.get(CAMPAIGNS + "/" + made.text("id")).json()).isEqualTo(made.json());
    var journeys = VISITOR.get(CAMPAIGNS + "/" + made.text("id") + "/journeys");
    assertThat(journeys.json().path("items").get(0).path("contactId").asString()).isEqualTo(person);
    assertThat(journeys.json().path("items").get(0).path("state").asString()).isEqualTo("WAITING");
  }

  @Test
  void whatIsHandedInIsWhatIsShown() throws Exception {
    var made =
        VISITOR.post(
            CAMPAIGNS,
            campaign(
                """
                "redial": {"NO_ANSWER": ["PT2S", "PT3S"], "BUSY": ["PT2S"], "VOICEMAIL": []},
                "window": {"days": ["MON", "FRI"], "from": "10:00", "to": "18:00"},
                "pace": {"callsPerSecond": 5, "concurrency": 20},
                "budget": {"amount": "12.50", "currency": "USD"},
                "smsFallback": "Call us, {name}",
                "steps": [{"type": "call"}, {"type": "wait", "duration": "PT1H"},
                  {"type": "sms", "text": "Hello"}]
                """));

    assertThat(made.status()).as("%s", made).isEqualTo(201);
    var json = made.json();
    assertThat(json.path("redial").path("BUSY").toString()).isEqualTo("[\"PT2S\"]");
    assertThat(json.path("window").path("from").asString()).isEqualTo("10:00");
    assertThat(json.path("pace").path("concurrency").asInt()).isEqualTo(20);
    assertThat(json.path("budget").path("amount").asString()).isEqualTo("12.50");
    assertThat(json.path("steps").get(1).path("duration").asString()).isEqualTo("PT1H");
    assertThat(json.path("steps").get(2).path("type").asString()).isEqualTo("sms");
  }

  @Test
  void aPreviewChangesNothingAndAPatchOnlyWhatItNames() throws Exception {
    var made = VISITOR.post(CAMPAIGNS, campaign("\"maxAttempts\": 2")).json();
    var path = CAMPAIGNS + "/" + made.path("id").asString();

    var preview = VISITOR.send("PATCH", path + "?preview=true", "{\"maxAttempts\": 5}");
    var unchanged = VISITOR.get(path);
    var changed = VISITOR.send("PATCH", path, "{\"maxAttempts\": 5}");

    assertThat(preview.json().path("changes").toString())
        .isEqualTo("[{\"field\":\"maxAttempts\",\"from\":2,\"to\":5}]");
    assertThat(unchanged.json()).isEqualTo(made);
    assertThat(changed.json().path("maxAttempts").asInt()).isEqualTo(5);
    assertThat(changed.json().path("pace")).isEqualTo(made.path("pace"));
    assertThat(VISITOR.send("PATCH", path, "{\"maxAttempts\": 99}").faults())
        .containsExactly("maxAttempts");
    assertThat(VISITOR.send("PATCH", path, "{\"contactIds\": []}").faults())
        .containsExactly("contactIds");
  }

  @Test
  void aCopyRemembersItsParentAndARedialNeedsSomebody() throws Exception {
    var made = VISITOR.post(CAMPAIGNS, campaign("\"maxAttempts\": 2"));
    var path = CAMPAIGNS + "/" + made.text("id");

    var copy = VISITOR.post(path + "/clone", "{}");
    var nobody = VISITOR.post(path + "/redial", "{\"outcomes\": [\"NOT_REACHED\"]}");
    var odd = VISITOR.post(path + "/redial", "{\"outcomes\": [\"MAYBE\"]}");

    assertThat(copy.status()).isEqualTo(201);
    assertThat(copy.text("parentCampaignId")).isEqualTo(made.text("id"));
    assertThat(nobody.status()).isEqualTo(422);
    assertThat(odd.faults()).containsExactly("outcomes[0]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pause", "resume"})
  void aDraftCanBeNeitherPausedNorResumed(String command) throws Exception {
    var made = VISITOR.post(CAMPAIGNS, campaign("\"maxAttempts\": 2"));

    var answer = VISITOR.post(CAMPAIGNS + "/" + made.text("id") + "/" + command, "{}");

    assertThat(answer.status()).isEqualTo(409);
  }

  @ParameterizedTest
  @ValueSource(strings = {"start", "pause", "resume", "cancel"})
  void anUnknownCampaignIsNotFound(String command) throws Exception {
    var answer = VISITOR.post(CAMPAIGNS + "/01890000-0000-7000-8000-000000000000/" + command, "{}");

    assertThat(answer.status()).isEqualTo(404);
  }

  private static String campaign(String change) {
    var fields = new StringBuilder();
    if (!change.contains("\"name\"")) {
      fields.append("\"name\": \"Check\", ");
    }
    if (!change.contains("\"purpose\"")) {
      fields.append("\"purpose\": \"reminder\", ");
    }
    if (!change.contains("\"contactIds\"")) {
      fields.append("\"contactIds\": [\"").append(person).append("\"], ");
    }
    return "{" + fields + change + "}";
  }
}
