package dev.carillon.api.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.carillon.api.Calls;
import dev.carillon.api.RunningApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Texts to people, with a carrier's REST as a fake at the wire.
class TextsIT {
  private static final String OWN = "+12125550100";
  private static final BlockingQueue<Map<String, String>> SENT = new LinkedBlockingQueue<>();
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final AtomicInteger STATUS = new AtomicInteger(201);
  private static final HttpServer REST = rest();

  @AutoClose
  private static final RunningApi API =
      RunningApi.start(
          "--TWILIO_API_URL=http://127.0.0.1:" + REST.getAddress().getPort(),
          "--TWILIO_PHONE_NUMBER=" + OWN);

  @AutoClose private static final Carrier CARRIER = new Carrier(API);

  @AutoClose private final Calls calls = new Calls(API.address());

  private static HttpServer rest() {
    try {
      var rest = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      rest.createContext(
          "/2010-04-01/Accounts/" + RunningApi.ACCOUNT + "/Messages.json", TextsIT::take);
      rest.start();
      return rest;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      SENT.add(parameters(form));
      var body =
          STATUS.get() == 201
              ? "{\"sid\":\"SM%032d\",\"status\":\"queued\"}".formatted(COUNT.incrementAndGet())
              : "{\"code\":21211,\"message\":\"refused\",\"status\":400}";
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(STATUS.get(), body.length());
      exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
    }
  }

  @AfterAll
  static void stop() {
    REST.stop(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HELP", "help!", "Info"})
  void whoAsksForHelpIsToldWhoThisIsAndHowToEndIt(String words) throws Exception {
    var number = number();
    var text = text(number, words);

    CARRIER.send("/webhooks/twilio/sms/incoming", text);
    CARRIER.send("/webhooks/twilio/sms/incoming", text);

    assertThat(nextSent())
        .containsEntry("To", number)
        .containsEntry("From", OWN)
        .containsEntry(
            "Body",
            "This is Carillon Garage. To talk to us call "
                + OWN
                + ". Reply STOP to get no more calls and texts.");
    assertThat(SENT.poll(200, TimeUnit.MILLISECONDS)).isNull();
  }

  @Test
  void whoSaidStopIsStillGivenHelp() throws Exception {
    var number = number();
    CARRIER.send("/webhooks/twilio/sms/incoming", text(number, "STOP"));
    assertThat(nextSent().get("Body")).startsWith("You will get no more");

    CARRIER.send("/webhooks/twilio/sms/incoming", text(number, "HELP"));

    assertThat(nextSent().get("Body")).startsWith("This is Carillon Garage.");
  }

  @Test
  void whatTheCarrierHasAnsweredIsNotAnsweredAgain() throws Exception {
    var text = text(number(), "HELP");
    text.put("OptOutType", "HELP");

    CARRIER.send("/webhooks/twilio/sms/incoming", text);

    assertThat(SENT.poll(200, TimeUnit.MILLISECONDS)).isNull();
  }

  @Test
  void aTextByRestGoesOutOnceAndStandsInTheTimeline() throws Exception {
    var contact = contact(number());

    var answer =
        calls.post(
            "/api/v1/contacts/" + contact + "/messages", "{\"text\": \" See you at ten. \"}");

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.text("state")).isEqualTo("SENT");
    assertThat(nextSent()).containsEntry("From", OWN).containsEntry("Body", "See you at ten.");
    var timeline = calls.get("/api/v1/contacts/" + contact + "/timeline").json().get("items");
    assertThat(timeline).hasSize(1);
    assertThat(timeline.get(0).get("channel").asString()).isEqualTo("SMS");
    assertThat(timeline.get(0).get("direction").asString()).isEqualTo("OUT");
    assertThat(timeline.get(0).get("text").asString()).isEqualTo("See you at ten.");
  }

  @Test
  void whoSaidStopIsNotTexted() throws Exception {
    var number = number();
    var contact = contact(number);
    CARRIER.send("/webhooks/twilio/sms/incoming", text(number, "STOP"));
    assertThat(nextSent().get("Body")).startsWith("You will get no more");

    var answer = calls.post("/api/v1/contacts/" + contact + "/messages", "{\"text\": \"Hello\"}");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text("detail")).isEqualTo("This person may not be texted.");
    assertThat(SENT.poll(200, TimeUnit.MILLISECONDS)).isNull();
  }

  @Test
  void aRefusalOfTheCarrierIsSaid() throws Exception {
    var contact = contact(number());
    STATUS.set(400);
    try {
      var answer = calls.post("/api/v1/contacts/" + contact + "/messages", "{\"text\": \"Hello\"}");

      assertThat(answer.status()).isEqualTo(409);
      assertThat(answer.text("detail")).isEqualTo("The carrier refuses this number.");
    } finally {
      STATUS.set(201);
      nextSent();
    }
  }

  @ParameterizedTest
  @CsvSource({"'', REQUIRED", "' ', REQUIRED", "1601, TOO_LONG"})
  void aTextThatIsNoneIsRefusedByName(String text, String code) {
    var words = text.equals("1601") ? "x".repeat(1_601) : text;

    var answer =
        calls.post(
            "/api/v1/contacts/" + contact(number()) + "/messages",
            "{\"text\": \"%s\"}".formatted(words));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().get("errors").get(0).get("field").asString()).isEqualTo("text");
    assertThat(answer.json().get("errors").get(0).get("code").asString()).isEqualTo(code);
  }

  @Test
  void nobodyIsTextedWhoIsNotThere() {
    var answer =
        calls.post(
            "/api/v1/contacts/00000000-0000-7000-8000-0000000000ff/messages",
            "{\"text\": \"Hello\"}");

    assertThat(answer.status()).isEqualTo(404);
  }

  private String contact(String number) {
    return calls.post("/api/v1/contacts", "{\"phoneNumber\": \"%s\"}".formatted(number)).text("id");
  }

  private static Map<String, String> nextSent() throws InterruptedException {
    var sent = SENT.poll(10, TimeUnit.SECONDS);
    assertThat(sent).as("a text at the carrier").isNotNull();
    return sent;
  }

  private static Map<String, String> text(String from, String body) {
    return new HashMap<>(
        Map.of(
            "AccountSid",
            RunningApi.ACCOUNT,
            "MessageSid",
            "SM" + "%032d".formatted(COUNT.incrementAndGet()),
            "From",
            from,
            "To",
            OWN,
            "Body",
            body));
  }

  private static String number() {
    return "+1212813%04d".formatted(COUNT.incrementAndGet());
  }

  private static Map<String, String> parameters(String form) {
    return Arrays.stream(form.split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> URLDecoder.decode(pair[0], StandardCharsets.UTF_8),
                pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }
}
