package dev.carillon.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.carillon.sandbox.carrier.Account;
import dev.carillon.sandbox.carrier.webhook.WebhookSignature;
import dev.carillon.sandbox.ledger.LedgerEntry;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SandboxIT {
  private static final String ANNA = "+14155550123";
  private static final Account ACCOUNT =
      new Account("AC00000000000000000000000000000001", "12345", "+15005550006");

  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http = HttpClient.newHttpClient();
  private final FakeLanguage language = new FakeLanguage();
  private final FakePlatform platform = new FakePlatform(language);
  @TempDir private Path data;
  private Sandbox sandbox;

  @BeforeEach
  void openTheWorld() {
    SandboxSettings settings =
        new SandboxSettings(
            "127.0.0.1",
            0,
            ACCOUNT,
            "key",
            "key",
            Optional.empty(),
            Optional.empty(),
            50,
            platform.url() + "/voice",
            platform.url() + "/sms");
    sandbox =
        new Sandbox(
            settings, language, data, InstantSource.system(), new SplittableRandom(1), List.of());
  }

  @AfterEach
  void closeTheWorld() {
    sandbox.close();
    platform.close();
  }

  @Test
  void somebodyIsRungAnswersIsUnderstoodAndHangsUp() throws IOException, InterruptedException {
    settle("confirm");
    JsonNode call = created(create(ANNA, Map.of("Record", "true", "RecordingChannels", "dual")));
    assertThat(call.path("status").asText()).isEqualTo("queued");

    JsonNode start = platform.message("start");
    platform.says(FakePlatform.GREETING, "greeting");
    assertThat(platform.message("mark").path("mark").path("name").asText()).isEqualTo("greeting");
    assertThat(platform.hears()).isEqualTo("Yes, that suits me well. You can count on me.");
    platform.says("Great, your appointment is confirmed.", "done");
    assertThat(platform.hears()).isEqualTo("Thanks a lot, bye.");
    platform.says("Goodbye, and all the best to you.", "bye");
    platform.message("stop");

    assertThat(start.path("start").path("customParameters").path("callId").asText())
        .isEqualTo("42");
    assertThat(start.path("sequenceNumber").asText()).isEqualTo("1");
    assertThat(platform.upgradeHeaders())
        .containsEntry("User-Agent", "Twilio.TmeWs/1.0")
        .doesNotContainKeys("Origin", "Sec-WebSocket-Extensions");
    assertSignedUpgrade();
    assertStatusEvents(call.path("sid").asText(), "completed");
    assertRecorded(call.path("sid").asText());
    assertThat(heardTexts()).startsWith(FakePlatform.GREETING);
    assertThat(sandbox.ledger().of("strict")).isEmpty();
  }

  @Test
  void nobodyAnsweringIsReportedAndTheNextAttemptAnswers()
      throws IOException, InterruptedException {
    settle("no_answer\",\"voicemail");
    String first = created(create(ANNA, Map.of())).path("sid").asText();
    assertStatusEvents(first, "no-answer");

    Map<String, String> amd =
        Map.of(
            "MachineDetection", "DetectMessageEnd",
            "AsyncAmd", "true",
            "AsyncAmdStatusCallback", platform.url() + "/amd");
    created(create(ANNA, amd));
    platform.message("start");

    assertThat(platform.hears()).startsWith("Nobody can take your call just now.");
    assertThat(platform.next("/amd").form()).containsEntry("AnsweredBy", "machine_end_beep");
  }

  @Test
  void clearDropsWhatWasNotPlayedAndReturnsItsMarks() throws IOException, InterruptedException {
    settle("silent");
    created(create(ANNA, Map.of()));
    platform.message("start");
    platform.says(FakePlatform.GREETING, "one");
    platform.says("Great, your appointment is confirmed.", "two");

    platform.clears();

    assertThat(platform.message("mark").path("mark").path("name").asText()).isEqualTo("one");
    assertThat(platform.message("mark").path("mark").path("name").asText()).isEqualTo("two");
    LedgerEntry clear = sandbox.ledger().of("clear").getFirst();
    assertThat(Long.parseLong(clear.text("droppedMs"))).isBetween(800L, 1600L);
  }

  @Test
  void whenThePlatformClosesTheStreamTheNextVerbRuns() throws IOException, InterruptedException {
    settle("silent");
    created(create(ANNA, Map.of()));
    platform.message("start");

    platform.hangsUpTheStream();

    assertThat(platform.next("/resume").form()).containsEntry("CallStatus", "in-progress");
    platform.next("/status");
    assertThat(sandbox.ledger().of("stream_close").getFirst().text("by")).isEqualTo("platform");
  }

  @Test
  void whatBreaksTheProtocolIsNoted() throws IOException, InterruptedException {
    settle("silent");
    created(create(ANNA, Map.of("Surprise", "1")));
    platform.message("start");

    platform.sendRaw("{\"event\":\"shout\"}");
    platform.sendRaw("{\"event\":\"media\",\"media\":{\"payload\":\"AAAA\"}}");
    platform.says(FakePlatform.GREETING, "after");
    platform.message("mark");

    assertThat(sandbox.ledger().of("strict").stream().map(entry -> entry.text("what")))
        .satisfiesExactly(
            what -> assertThat(what).startsWith("unknown parameter Surprise"),
            what -> assertThat(what).isEqualTo("31950 unknown event shout"),
            what -> assertThat(what).isEqualTo("media with a missing or wrong streamSid"));
  }

  @Test
  void aLiveCallIsEndedByRestAndAFinishedOneIsNotFound() throws IOException, InterruptedException {
    settle("silent");
    String sid = created(create(ANNA, Map.of())).path("sid").asText();
    platform.message("start");

    HttpResponse<byte[]> ended = post("/Calls/" + sid + ".json", "Status=completed");
    HttpResponse<byte[]> again = post("/Calls/" + sid + ".json", "Status=completed");

    assertThat(json.readTree(ended.body()).path("status").asText()).isEqualTo("completed");
    assertThat(again.statusCode()).isEqualTo(404);
    assertThat(json.readTree(again.body()).path("code").asInt()).isEqualTo(20404);
    assertThat(get("/Calls.json?To=%2B14155550123&Status=completed").path("calls")).hasSize(1);
    assertThat(get("/Calls.json?To=%2B14155550123&StartTime%3E=2099-01-01").path("calls"))
        .isEmpty();
  }

  @Test
  void aFaultAfterPlacingLeavesACallInTheBooks() throws IOException, InterruptedException {
    settle("busy");
    control("/sandbox/faults", "{\"create\":[{\"kind\":\"reset_after_placing\"}]}");

    Assertions.assertThatIOException().isThrownBy(() -> create(ANNA, Map.of()));

    platform.next("/status");
    assertThat(get("/Calls.json?To=%2B14155550123").path("calls")).hasSize(1);
    assertThat(sandbox.ledger().of("create_reply").getFirst().text("status")).isEqualTo("0");
  }

  @Test
  void aFaultBeforePlacingLeavesNothing() throws IOException, InterruptedException {
    settle("busy");
    control("/sandbox/faults", "{\"create\":[{\"kind\":\"error_not_placed\",\"status\":503}]}");

    assertThat(create(ANNA, Map.of()).statusCode()).isEqualTo(503);

    assertThat(get("/Calls.json").path("calls")).isEmpty();
  }

  @Test
  void aDoubledCallbackComesTwiceAndADroppedOneNever() throws IOException, InterruptedException {
    settle("busy");
    control("/sandbox/faults", "{\"callback\":[{\"kind\":\"duplicate\",\"only\":[\"status\"]}]}");
    created(create(ANNA, Map.of("StatusCallbackEvent", "completed")));
    assertThat(platform.next("/status").form()).isEqualTo(platform.next("/status").form());

    control("/sandbox/faults", "{\"callback\":[{\"kind\":\"drop\"}]}");
    created(create(ANNA, Map.of("StatusCallbackEvent", "completed")));
    awaitLedger("end", 2);

    assertThat(platform.waiting("/status")).isZero();
  }

  @Test
  void aBrokenStreamIsNotEndedByAWord() throws IOException, InterruptedException {
    settle("silent");
    control("/sandbox/faults", "{\"media\":[{\"kind\":\"reset\",\"ms\":300}]}");
    created(create(ANNA, Map.of()));
    platform.message("start");

    platform.next("/resume");

    assertThat(sandbox.ledger().of("stream_close").getFirst().text("fault")).isEqualTo("reset");
  }

  @Test
  void aFailingWebhookIsTriedAgainWhenItsAddressAsksForIt()
      throws IOException, InterruptedException {
    settle("silent");
    created(create(ANNA, Map.of("Url", platform.url() + "/broken#rc=2&rp=5xx")));

    FakePlatform.Request first = platform.next("/broken");
    FakePlatform.Request second = platform.next("/broken");
    FakePlatform.Request third = platform.next("/broken");

    assertThat(first.idempotencyToken()).isEmpty();
    assertThat(second.idempotencyToken()).isNotEmpty().isEqualTo(third.idempotencyToken());
  }

  @Test
  void textsAreDeliveredAndStopIsRespected() throws IOException, InterruptedException {
    String text =
        form(
            Map.of(
                "To",
                ANNA,
                "From",
                ACCOUNT.phoneNumber(),
                "Body",
                "See you tomorrow",
                "StatusCallback",
                platform.url() + "/sms-status"));
    assertThat(post("/Messages.json", text).statusCode()).isEqualTo(201);
    assertThat(platform.next("/sms-status").form()).containsEntry("MessageStatus", "sent");
    assertThat(platform.next("/sms-status").form()).containsEntry("MessageStatus", "delivered");
    platform.answers("/sms", "<Response><Message>Sorry to see you go</Message></Response>");

    control("/sandbox/inbound-texts", "{\"from\":\"" + ANNA + "\",\"body\":\"stop\"}");

    assertThat(platform.next("/sms").form()).containsEntry("OptOutType", "STOP");
    assertThat(sandbox.ledger().of("sms_refused")).hasSize(1);
    HttpResponse<byte[]> refused = post("/Messages.json", text);
    assertThat(json.readTree(refused.body()).path("code").asInt()).isEqualTo(21610);
  }

  @Test
  void somebodyPhonesThePlatform() throws IOException, InterruptedException {
    control("/sandbox/inbound-calls", "{\"from\":\"" + ANNA + "\",\"script\":\"confirm\"}");

    FakePlatform.Request voice = platform.next("/voice");
    platform.message("start");
    platform.says(FakePlatform.GREETING, "greeting");

    assertThat(voice.form())
        .containsEntry("Direction", "inbound")
        .containsEntry("CallStatus", "ringing");
    assertSigned(voice);
    assertThat(platform.hears()).startsWith("Yes, that suits");
  }

  @Test
  void wrongCredentialsAndUnknownResourcesAreRefusedInTheCarriersWords()
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(sandbox.url() + ACCOUNT.path() + "/Calls.json")).build();
    HttpResponse<byte[]> stranger = http.send(request, BodyHandlers.ofByteArray());

    assertThat(stranger.statusCode()).isEqualTo(401);
    assertThat(json.readTree(stranger.body()).path("code").asInt()).isEqualTo(20003);
    assertThat(get("/Conferences.json").path("more_info").asText())
        .isEqualTo("https://www.twilio.com/docs/errors/20404");
  }

  @Test
  void thePageAndTheHealthAreServed() throws IOException, InterruptedException {
    assertThat(plain("/")).contains("Carillon sandbox");
    assertThat(plain("/health")).contains("\"status\":\"UP\"");
  }

  private void settle(String scripts) throws IOException, InterruptedException {
    control(
        "/sandbox/people",
        "{\"ringSeconds\":[0.1,0.2],\"noAnswerSeconds\":0.3,\"people\":[{\"phoneNumber\":\""
            + ANNA
            + "\",\"scripts\":[\""
            + scripts
            + "\"]}]}");
  }

  private HttpResponse<byte[]> create(String to, Map<String, String> more)
      throws IOException, InterruptedException {
    Map<String, String> fields = new java.util.TreeMap<>();
    fields.put("To", to);
    fields.put("From", ACCOUNT.phoneNumber());
    fields.put("Url", platform.url() + "/voice");
    fields.put("StatusCallback", platform.url() + "/status");
    fields.putAll(more);
    String events =
        more.containsKey("StatusCallbackEvent")
            ? ""
            : "&StatusCallbackEvent=initiated&StatusCallbackEvent=ringing"
                + "&StatusCallbackEvent=answered&StatusCallbackEvent=completed";
    return post("/Calls.json", form(fields) + events);
  }

  private JsonNode created(HttpResponse<byte[]> response) throws IOException {
    assertThat(response.statusCode()).isEqualTo(201);
    return json.readTree(response.body());
  }

  private void assertStatusEvents(String sid, String last) throws InterruptedException {
    List<String> statuses = new ArrayList<>();
    while (!statuses.contains(last)) {
      FakePlatform.Request event = platform.next("/status");
      assertSigned(event);
      assertThat(event.form()).containsEntry("CallSid", sid);
      assertThat(event.form())
          .containsEntry("SequenceNumber", Integer.toString(statuses.size()))
          .containsEntry("CallbackSource", "call-progress-events");
      statuses.add(event.form().get("CallStatus"));
    }
    assertThat(statuses).startsWith("initiated", "ringing");
    assertThat(statuses).hasSize(last.equals("completed") ? 4 : 3);
  }

  private void assertSigned(FakePlatform.Request request) {
    WebhookSignature signature = new WebhookSignature("12345");
    assertThat(request.signature())
        .isEqualTo(signature.of(platform.url() + request.path(), request.form()));
  }

  private void assertSignedUpgrade() {
    String url = platform.url().replace("http", "ws") + "/media/t1";
    assertThat(platform.upgradeHeaders())
        .containsEntry("X-Twilio-Signature", new WebhookSignature("12345").of(url, Map.of()));
  }

  private void assertRecorded(String callSid) throws IOException, InterruptedException {
    JsonNode recording = get("/Calls/" + callSid + "/Recordings.json").path("recordings").get(0);
    assertThat(recording.path("channels").asInt()).isEqualTo(2);
    assertThat(recording.path("status").asText()).isEqualTo("completed");
    HttpResponse<byte[]> wav =
        http.send(
            authorised("/Recordings/" + recording.path("sid").asText() + ".wav").build(),
            BodyHandlers.ofByteArray());
    assertThat(new String(wav.body(), 0, 4, StandardCharsets.US_ASCII)).isEqualTo("RIFF");
    assertThat(wav.body().length).isGreaterThan(16_000 * 3);
  }

  private List<String> heardTexts() {
    return sandbox.ledger().of("heard").stream().map(entry -> entry.text("text")).toList();
  }

  /// Waits until the ledger holds that many entries of a kind.
  private void awaitLedger(String event, int count) throws InterruptedException {
    CountDownLatch tick = new CountDownLatch(1);
    long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (sandbox.ledger().of(event).size() < count && System.nanoTime() < until) {
      var _ = tick.await(20, TimeUnit.MILLISECONDS);
    }
    assertThat(sandbox.ledger().of(event)).hasSizeGreaterThanOrEqualTo(count);
  }

  private void control(String path, String body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(sandbox.url() + path))
            .POST(BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
  }

  private HttpResponse<byte[]> post(String path, String form)
      throws IOException, InterruptedException {
    return http.send(
        authorised(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build(),
        BodyHandlers.ofByteArray());
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    return json.readTree(http.send(authorised(path).build(), BodyHandlers.ofByteArray()).body());
  }

  private String plain(String path) throws IOException, InterruptedException {
    return http.send(
            HttpRequest.newBuilder(URI.create(sandbox.url() + path)).build(),
            BodyHandlers.ofString())
        .body();
  }

  private HttpRequest.Builder authorised(String path) {
    String credentials = ACCOUNT.sid() + ":" + ACCOUNT.authToken();
    return HttpRequest.newBuilder(URI.create(sandbox.url() + ACCOUNT.path() + path))
        .timeout(Duration.ofSeconds(20))
        .header(
            "Authorization",
            "Basic "
                + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field ->
            field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
