package dev.carillon.api.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.api.Calls;
import dev.carillon.api.RunningApi;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SettingsRoutesIT {
  @AutoClose private static final RunningApi API = RunningApi.start();

  @AutoClose private final Calls calls = new Calls(API.address());

  @Test
  void theProfileIsPutWholeAndReadBack() {
    var profile =
        """
        {"name":"Larch Repairs","timeZone":"America/Los_Angeles",
         "hours":[{"days":["MON","TUE"],"from":"09:00","to":"17:00"}],
         "lunch":{"from":"12:00","to":"13:00"},"ownerNumber":"206-943-2718",
         "quietHours":{"from":"21:00","to":"08:00"}}
        """;
    var put = calls.send("PUT", "/api/v1/business", profile);

    assertThat(put.status()).isEqualTo(200);
    assertThat(put.text("ownerNumber")).isEqualTo("+12069432718");
    assertThat(put.json().get("hours").get(0).get("from").asString()).isEqualTo("09:00");
    assertThat(calls.get("/api/v1/business").body()).isEqualTo(put.body());
    calls.send(
        "PUT", "/api/v1/business", "{\"name\":\"Garage\",\"timeZone\":\"America/New_York\"}");
  }

  @Test
  void everyWrongFieldOfAProfileIsNamed() {
    var answer =
        calls.send(
            "PUT",
            "/api/v1/business",
            "{\"timeZone\":\"Mars\",\"ownerNumber\":\"911\","
                + "\"lunch\":{\"from\":\"13:00\",\"to\":\"12:00\"}}");
    var unreadable =
        calls.send(
            "PUT",
            "/api/v1/business",
            "{\"name\":\"A\",\"timeZone\":\"UTC\","
                + "\"hours\":[{\"days\":[\"MON\"],\"from\":\"25:00\",\"to\":\"17:00\"}]}");

    assertThat(answer.errors())
        .containsExactlyInAnyOrder(
            "name:REQUIRED", "timeZone:UNKNOWN_ZONE", "ownerNumber:EMERGENCY", "lunch:INVALID");
    assertThat(unreadable.errors()).containsExactly("hours[0].from:INVALID");
  }

  @Test
  void eachChangeOfAnAgentIsANewVersion() {
    var made =
        calls.post(
            "/api/v1/agents",
            "{\"name\":\"Ada\",\"engines\":[\"openai-realtime\",\"deepgram+anthropic+elevenlabs\"]}");
    var path = "/api/v1/agents/" + made.text("id");
    var changed = calls.send("PATCH", path, "{\"voice\":\"marin\"}");
    var versions = calls.get(path + "/versions").json().get("items");

    assertThat(made.status()).isEqualTo(201);
    assertThat(changed.json().get("version").asInt()).isEqualTo(2);
    assertThat(changed.json().get("engines")).hasSize(2);
    assertThat(versions).hasSize(2);
    assertThat(versions.get(1).get("voice").isNull()).isTrue();
    assertThat(
            calls
                .post("/api/v1/agents", "{\"name\":\"A\",\"engines\":[\"deepgram+openai\"]}")
                .errors())
        .containsExactly("engines[0]:UNKNOWN");
  }

  @Test
  void withoutTemporalNoScheduleIsLeftHalfMade() {
    var answer =
        calls.post("/api/v1/schedules", "{\"name\":\"Daily\",\"kind\":\"REMINDER_SWEEP\"}");

    assertThat(answer.status()).isEqualTo(503);
    assertThat(calls.get("/api/v1/schedules").json().get("items")).isEmpty();
    assertThat(calls.post("/api/v1/schedules", "{\"kind\":\"OTHER\"}").errors())
        .containsExactly("name:REQUIRED", "kind:UNKNOWN");
  }
}
