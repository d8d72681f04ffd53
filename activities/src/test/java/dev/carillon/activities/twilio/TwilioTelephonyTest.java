package dev.carillon.activities.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.http.TwilioRestClient;
import dev.carillon.activities.twilio.CountingCarrier.Answer;
import dev.carillon.call.CallStart;
import dev.carillon.call.CallState;
import dev.carillon.call.DialFence;
import dev.carillon.call.Direction;
import dev.carillon.call.Placement;
import dev.carillon.phone.PhoneNumber;
import dev.carillon.signature.LinkTokens;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioTelephonyTest {
  private static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");
  private static final String SID = "CA00000000000000000000000000000001";
  private static final CallStart CALL =
      new CallStart(new UUID(0, 1), new UUID(0, 2), Direction.OUTBOUND, null, 1);

  private final FakeFence fence = new FakeFence();
  private final List<Duration> pauses = new ArrayList<>();

  private TwilioTelephony telephony(String url) {
    var client =
        new TwilioRestClient.Builder("AC1", "secret")
            .accountSid("AC1")
            .httpClient(new OneRequestHttpClient(url, Duration.ofMillis(700)))
            .build();
    return new TwilioTelephony(
        client,
        new TwilioCalls(client, _ -> Optional.of(SID)),
        fence,
        new CallbackAddresses("https://carillon.example", new LinkTokens(new byte[32])),
        InstantSource.fixed(NOON),
        pauses::add);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504, 408})
  void anUnclearAnswerIsOneRequestAndUnknown(int status) throws IOException {
    try (var carrier = new CountingCarrier(new Answer.Says(status, "{}"))) {
      assertThat(telephony(carrier.url()).place(CALL)).isEqualTo(new Placement.Unknown());
      assertThat(carrier.requests).hasSize(1);
      assertThat(fence.said).containsExactly("unclear");
    }
  }

  @Test
  void tooManyRequestsIsOneRequestAndNothingWasSent() throws IOException {
    var body = "{\"code\":20429,\"message\":\"Too Many Requests\",\"status\":429}";
    try (var carrier = new CountingCarrier(new Answer.Says(429, body))) {
      assertThat(telephony(carrier.url()).place(CALL)).isInstanceOf(Placement.NotSent.class);
      assertThat(carrier.requests).hasSize(1);
      assertThat(fence.said).containsExactly("notSent");
    }
  }

  @Test
  void aResetAfterTheRequestIsOneRequestAndUnknown() throws IOException {
    try (var carrier = new CountingCarrier(new Answer.Resets())) {
      assertThat(telephony(carrier.url()).place(CALL)).isEqualTo(new Placement.Unknown());
      assertThat(carrier.requests).hasSize(1);
    }
  }

  @Test
  void noAnswerInTimeIsOneRequestAndUnknown() throws IOException {
    try (var carrier = new CountingCarrier(new Answer.Hangs())) {
      assertThat(telephony(carrier.url()).place(CALL)).isEqualTo(new Placement.Unknown());
      assertThat(carrier.requests).hasSize(1);
    }
  }

  @Test
  void anAnswerThatIsNoJsonIsUnknown() throws IOException {
    try (var carrier = new CountingCarrier(new Answer.Says(201, "<html>Bad gateway"))) {
      assertThat(telephony(carrier.url()).place(CALL)).isEqualTo(new Placement.Unknown());
      assertThat(carrier.requests).hasSize(1);
    }
  }

  @Test
  void aRefusedConnectionExcludesThatAnythingWasSent() throws IOException {
    int port;
    try (var nobodyAccepts = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = nobodyAccepts.getLocalPort();
    }
    var url = "http://127.0.0.1:" + port;

    assertThat(telephony(url).place(CALL)).isInstanceOf(Placement.NotSent.class);
    assertThat(fence.said).containsExactly("notSent");
  }

  @Test
  void aRefusedNumberIsRejectedWithTheCarriersCode() throws IOException {
    var body = "{\"code\":21211,\"message\":\"no such number\",\"status\":400}";
    try (var carrier = new CountingCarrier(new Answer.Says(400, body))) {
      assertThat(telephony(carrier.url()).place(CALL)).isEqualTo(new Placement.Rejected("21211"));
      assertThat(fence.said).containsExactly("rejected 21211");
    }
  }

  @Test
  void wrongCredentialsAreNobodysFaultOnTheLine() throws IOException {
    var body = "{\"code\":20003,\"message\":\"Authenticate\",\"status\":401}";
    try (var carrier = new CountingCarrier(new Answer.Says(401, body))) {
      assertThat(telephony(carrier.url()).place(CALL)).isInstanceOf(Placement.NotSent.class);
    }
  }

  @Test
  void thePlacedCallCarriesCallbacksOfItsOwn() throws IOException {
    var body = "{\"sid\":\"" + SID + "\",\"status\":\"queued\"}";
    try (var carrier = new CountingCarrier(new Answer.Says(201, body))) {
      assertThat(telephony(carrier.url()).place(CALL)).isEqualTo(new Placement.Placed(SID));
      assertThat(carrier.requests)
          .singleElement()
          .asString()
          .startsWith("POST /2010-04-01/Accounts/AC1/Calls.json")
          .contains(
              "StatusCallbackEvent=initiated&StatusCallbackEvent=ringing",
              "AsyncAmd=true",
              "MachineDetection=DetectMessageEnd",
              "Timeout=25",
              "TimeLimit=330");
      assertThat(fence.said).containsExactly("placed " + SID);
    }
  }

  @Test
  void whoIsNotFirstAtTheFenceSendsNothing() throws IOException {
    fence.answers.add(new DialFence.Answer.Lost(CallState.SUBMITTING));
    try (var carrier = new CountingCarrier(new Answer.Says(201, "{}"))) {
      assertThat(telephony(carrier.url()).place(CALL)).isEqualTo(new Placement.Unknown());
      assertThat(carrier.requests).isEmpty();
    }
  }

  @Test
  void aCancelledCallIsNotPlaced() throws IOException {
    fence.answers.add(new DialFence.Answer.Lost(CallState.ENDED));
    try (var carrier = new CountingCarrier(new Answer.Says(201, "{}"))) {
      assertThat(telephony(carrier.url()).place(CALL)).isEqualTo(new Placement.Closed());
      assertThat(carrier.requests).isEmpty();
    }
  }

  @Test
  void aShortWaitForThePaceIsWaitedHereALongOneInTheWorkflow() throws IOException {
    fence.answers.add(new DialFence.Answer.NotYet(NOON.plusMillis(300)));
    fence.answers.add(new DialFence.Answer.NotYet(NOON.plusSeconds(30)));
    try (var carrier = new CountingCarrier(new Answer.Says(201, "{}"))) {
      assertThat(telephony(carrier.url()).place(CALL))
          .isEqualTo(new Placement.Paced(Duration.ofSeconds(30)));
      assertThat(pauses).containsExactly(Duration.ofMillis(300));
    }
  }

  @Test
  void aProcessThatWasFrozenBeforeTheRequestDoesNotSendIt() throws IOException {
    fence.answers.add(new DialFence.Answer.Won(FakeFence.ORDER, NOON.minusMillis(1)));
    try (var carrier = new CountingCarrier(new Answer.Says(201, "{}"))) {
      assertThat(telephony(carrier.url()).place(CALL)).isInstanceOf(Placement.NotSent.class);
      assertThat(carrier.requests).isEmpty();
      assertThat(fence.said).containsExactly("notSent");
    }
  }

  @Test
  void hangingUpACallThatIsOverIsNoFailure() throws IOException {
    var body = "{\"code\":20404,\"message\":\"not found\",\"status\":404}";
    try (var carrier = new CountingCarrier(new Answer.Says(404, body))) {
      assertThat(telephony(carrier.url()).hangUp(CALL).accepted()).isFalse();
    }
  }

  /// Lets everybody through unless told otherwise, and remembers what it was told.
  private static final class FakeFence implements DialFence {
    static final DialOrder ORDER =
        new DialOrder(
            CALL.callId(),
            PhoneNumber.of("+12128120000"),
            PhoneNumber.of("+14155209061"),
            null,
            Duration.ofSeconds(25),
            Duration.ofSeconds(330),
            false);

    final Deque<Answer> answers = new ArrayDeque<>();
    final List<String> said = new ArrayList<>();

    @Override
    public Answer enter(CallStart call) {
      return answers.isEmpty() ? new Answer.Won(ORDER, NOON.plusSeconds(5)) : answers.remove();
    }

    @Override
    public void placed(CallStart call, String providerCallId) {
      said.add("placed " + providerCallId);
    }

    @Override
    public void notSent(CallStart call) {
      said.add("notSent");
    }

    @Override
    public void rejected(CallStart call, String code) {
      said.add("rejected " + code);
    }

    @Override
    public void unclear(CallStart call) {
      said.add("unclear");
    }
  }
}
