package dev.carillon.api.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.api.Calls;
import dev.carillon.api.RunningApi;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeopleRoutesIT {
  private static final String CONTACTS = "/api/v1/contacts";

  @AutoClose private static final RunningApi API = RunningApi.start();

  @AutoClose private final Calls calls = new Calls(API.address());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"phoneNumber\":\"CALL ME\"}|422|phoneNumber:NOT_A_NUMBER",
        "{}|422|phoneNumber:REQUIRED",
        "{\"phoneNumber\":\"212-812-0100\",\"nmae\":\"Ann\"}|422|nmae:UNKNOWN_FIELD",
        "{\"phoneNumber\":\"212-812-0100\",\"name\":\"a\\u0000b\"}|422|name:INVALID",
        "{\"phoneNumber\":\"212-812-0100\",\"name\":\"a\\ud800b\"}|422|name:INVALID",
        "{\"phoneNumber\":\"212-812-0100\",\"consents\":[{\"givenAt\":\"soon\"}]}|422|consents[0].givenAt:INVALID",
        "{\"phoneNumber\":\"1\",\"phoneNumber\":\"2\"}|400|",
        "{\"phoneNumber\":|400|",
        "[]|400|",
        "{} {}|400|",
      })
  void aBadBodyIsRefusedAndTheFieldIsNamed(String body, int status, String error) {
    var answer = calls.post(CONTACTS, body);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.type()).isEqualTo("application/problem+json");
    assertThat(String.join(",", answer.errors())).isEqualTo(error == null ? "" : error);
    assertThat(answer.body()).doesNotContain("Exception", "CALL ME", "soon");
  }

  @Test
  void aContactIsFoundByItsNumberInAnyFormatChangedAndRemoved() {
    var made = calls.post(CONTACTS, "{\"phoneNumber\":\"212-812-0101\",\"name\":\"Ann\"}");
    var path = CONTACTS + "/" + made.text("id");
    var found = calls.get(CONTACTS + "?phoneNumber=1.212.812.0101");
    var changed = calls.send("PATCH", path, "{\"name\":null,\"timeZone\":\"America/Chicago\"}");
    var wrong = calls.send("PATCH", path, "{\"timeZone\":\"Mars\"}");
    var removed = calls.send("DELETE", path, null);

    assertThat(made.status()).isEqualTo(201);
    assertThat(found.json().get("items").get(0).get("id").asString()).isEqualTo(made.text("id"));
    assertThat(changed.json().get("name").isNull()).isTrue();
    assertThat(changed.text("timeZone")).isEqualTo("America/Chicago");
    assertThat(wrong.errors()).containsExactly("timeZone:UNKNOWN_ZONE");
    assertThat(removed.status()).isEqualTo(204);
    assertThat(calls.get(path).status()).isEqualTo(404);
  }

  @Test
  void theNumberOfAnotherContactCannotBeTaken() {
    calls.post(CONTACTS, "{\"phoneNumber\":\"212-812-0102\"}");
    var other = calls.post(CONTACTS, "{\"phoneNumber\":\"212-812-0103\"}").text("id");
    var answer = calls.send("PATCH", CONTACTS + "/" + other, "{\"phoneNumber\":\"212-812-0102\"}");

    assertThat(answer.status()).isEqualTo(409);
  }

  @Test
  void pagesMissNobodyAndRepeatNobody() {
    var made = new HashSet<String>();
    for (int i = 0; i < 7; i++) {
      made.add(calls.post(CONTACTS, "{\"phoneNumber\":\"212-813-010" + i + "\"}").text("id"));
    }
    var seen = new ArrayList<String>();
    var page = calls.get(CONTACTS + "?limit=3");
    while (true) {
      page.json().get("items").forEach(item -> seen.add(item.get("id").asString()));
      if (page.json().get("next").isNull()) {
        break;
      }
      page = calls.get(CONTACTS + "?limit=3&cursor=" + page.text("next"));
    }

    assertThat(seen).doesNotHaveDuplicates().containsAll(made);
    assertThat(calls.get(CONTACTS + "?cursor=tampered").status()).isEqualTo(400);
    assertThat(calls.get(CONTACTS + "?limit=201").errors()).containsExactly("limit:OUT_OF_RANGE");
  }

  @Test
  void tenAtOnceWithOneKeyMakeOneContact() throws InterruptedException, ExecutionException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Calls.Answer> post =
          () ->
              calls.post(CONTACTS, "{\"phoneNumber\":\"212-812-0104\"}", "Idempotency-Key", "ten");
      var created = 0;
      for (var answer : threads.invokeAll(Collections.nCopies(10, post))) {
        assertThat(answer.get().status()).isIn(201, 409);
        created += answer.get().status() == 201 ? 1 : 0;
      }

      assertThat(created).isPositive();
    }
  }

  @Test
  void theSameKeyGivesTheSameBytesAndAnotherBodyIsRefused() {
    var body = "{\"phoneNumber\":\"212-812-0105\",\"name\":\"Zoë\"}";
    var first = calls.post(CONTACTS, body, "Idempotency-Key", "k1");
    var again = calls.post(CONTACTS, body, "Idempotency-Key", "k1");
    var other = calls.post(CONTACTS, "{\"phoneNumber\":\"212-812-0106\"}", "Idempotency-Key", "k1");
    var bad = calls.post(CONTACTS, "{}", "Idempotency-Key", "k2");
    var badAgain = calls.post(CONTACTS, "{}", "Idempotency-Key", "k2");

    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.status()).isEqualTo(first.status()).isEqualTo(201);
    assertThat(again.type()).isEqualTo(first.type());
    assertThat(other.status()).isEqualTo(422);
    assertThat(badAgain.body()).isEqualTo(bad.body());
    assertThat(calls.post(CONTACTS, body, "Idempotency-Key", "k".repeat(256)).status())
        .isEqualTo(400);
  }

  @Test
  void suppressionsComeSinglyAndInBulkAllOrNone() {
    var one = calls.post("/api/v1/suppressions", "{\"phoneNumber\":\"212-812-0107\"}");
    var again = calls.post("/api/v1/suppressions", "{\"phoneNumber\":\"+12128120107\"}");
    var bulk =
        calls.post(
            "/api/v1/suppressions",
            "[{\"phoneNumber\":\"212-812-0108\"},{\"phoneNumber\":\"nobody\",\"scope\":\"SOME\"}]");
    var list = calls.get("/api/v1/suppressions?phoneNumber=212.812.0107");

    assertThat(one.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text("id")).isEqualTo(one.text("id"));
    assertThat(bulk.errors())
        .containsExactlyInAnyOrder("[1].phoneNumber:NOT_A_NUMBER", "[1].scope:UNKNOWN");
    assertThat(calls.get("/api/v1/suppressions?phoneNumber=2128120108").json().get("items"))
        .isEmpty();
    assertThat(list.json().get("items")).hasSize(1);
    assertThat(calls.send("DELETE", "/api/v1/suppressions?phoneNumber=2128120107", null).status())
        .isEqualTo(204);
    assertThat(calls.send("DELETE", "/api/v1/suppressions/" + one.text("id"), null).status())
        .isEqualTo(404);
  }

  @Test
  void aTakenTimeIsAConflictUntilItIsCancelled() {
    var contact = calls.post(CONTACTS, "{\"phoneNumber\":\"212-812-0109\"}").text("id");
    var body =
        "{\"contactId\":\"%s\",\"startsAt\":\"2027-03-01T09:00:00-05:00\"}".formatted(contact);
    var first = calls.post("/api/v1/appointments", body);
    var second = calls.post("/api/v1/appointments", body);
    calls.send("DELETE", "/api/v1/appointments/" + first.text("id"), null);
    var third = calls.post("/api/v1/appointments", body);
    var found = calls.get("/api/v1/appointments?contactId=" + contact);

    assertThat(first.status()).isEqualTo(201);
    assertThat(first.text("startsAt")).isEqualTo("2027-03-01T14:00:00Z");
    assertThat(second.status()).isEqualTo(409);
    assertThat(third.status()).isEqualTo(201);
    assertThat(found.json().get("items"))
        .extracting(item -> item.get("status").asString())
        .containsExactlyInAnyOrder("CANCELLED", "BOOKED");
    assertThat(calls.post("/api/v1/appointments", "{}").errors())
        .containsExactly("contactId:REQUIRED", "startsAt:REQUIRED");
  }

  @Test
  void aListIsTakenInAndItsErrorsCanBeRead() {
    var end = importList("phone,name\n212-812-0110,Ann\n911,Police\n");
    var errors = calls.get(CONTACTS + "/imports/" + end.text("id") + "/errors");

    assertThat(end.text("state")).isEqualTo("COMPLETED");
    assertThat(end.json().get("imported").asInt()).isEqualTo(1);
    assertThat(errors.type()).startsWith("text/csv");
    assertThat(errors.body()).contains("3,phone,EMERGENCY");
  }

  @Test
  void otherKindsOfContentAreRefused() {
    assertThat(
            calls.post(CONTACTS + "/imports", "image/png", BodyPublishers.ofString("x")).status())
        .isEqualTo(415);
    assertThat(calls.post(CONTACTS, "text/plain", BodyPublishers.ofString("{}")).status())
        .isEqualTo(415);
    assertThat(
            calls
                .post(CONTACTS, "application/json", BodyPublishers.ofByteArray(new byte[2_000_000]))
                .status())
        .isEqualTo(413);
  }

  private Calls.Answer importList(String content) {
    var begun = calls.post(CONTACTS + "/imports", "text/csv", BodyPublishers.ofString(content));
    assertThat(begun.status()).isEqualTo(202);
    var path = CONTACTS + "/imports/" + begun.text("id");
    org.awaitility.Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> !calls.get(path).text("state").equals("RUNNING"));
    return calls.get(path);
  }
}
