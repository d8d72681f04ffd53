package dev.carillon.bridge.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.carillon.bridge.desk.CallDesk;
import dev.carillon.bridge.desk.DeskFailure;
import dev.carillon.bridge.engine.EngineRoster;
import dev.carillon.bridge.journal.ApiJournals;
import dev.carillon.bridge.net.SocketClient;
import dev.carillon.bridge.net.Transport;
import dev.carillon.bridge.openai.RealtimeEngines;
import dev.carillon.bridge.openai.RealtimeSettings;
import dev.carillon.call.Acknowledged;
import dev.carillon.call.CallBrief;
import dev.carillon.call.CallPurpose;
import dev.carillon.call.Direction;
import dev.carillon.call.Instruction;
import dev.carillon.call.InstructionsAfter;
import dev.carillon.call.StreamClaim;
import dev.carillon.call.StreamEnd;
import dev.carillon.call.StreamGrant;
import dev.carillon.call.ToolResult;
import dev.carillon.call.ToolUse;
import dev.carillon.signature.ListenTickets;
import dev.carillon.signature.StreamTokens;
import dev.carillon.signature.TwilioSignature;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The bridge on real sockets, between a carrier, a Realtime server and an api that are fakes at
/// the wire.
class BridgeIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final UUID CALL = UUID.fromString("00000000-0000-7000-8000-0000000000c1");
  private static final String AUTH_TOKEN = "12345";

  private final StreamTokens tokens = new StreamTokens(new byte[32]);
  private final ListenTickets tickets = new ListenTickets(new byte[32]);
  private final BlockingQueue<StreamEnd> ends = new LinkedBlockingQueue<>();
  private final BlockingQueue<JsonNode> posted = new LinkedBlockingQueue<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private final HttpClient http = HttpClient.newHttpClient();
  private final EventLoopGroup loops =
      new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());
  private final FakeRealtime realtime = new FakeRealtime(loops);
  private HttpServer api;
  private BridgeServer bridge;

  @BeforeEach
  void startTheBridge() throws IOException {
    api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    api.createContext(
        "/internal/v1/events",
        exchange -> {
          try (exchange) {
            posted.add(JSON.readTree(exchange.getRequestBody()));
            exchange.sendResponseHeaders(202, -1);
          }
        });
    api.start();
    var settings =
        new BridgeSettings(
            "127.0.0.1",
            0,
            null,
            new TwilioSignature(List.of(AUTH_TOKEN)),
            tokens,
            tickets,
            null,
            Limits.from(Map.of()),
            List.of());
    bridge =
        new BridgeServer(
            settings,
            loops,
            Transport.NIO,
            new Desk(),
            new EngineRoster(
                new RealtimeEngines(
                    new RealtimeSettings(realtime.address(), "gpt-realtime-2.1", "sk-test"),
                    new SocketClient(NioSocketChannel.class)),
                List.of()),
            new ApiJournals(
                URI.create("http://127.0.0.1:" + api.getAddress().getPort()),
                "internal",
                InstantSource.system()),
            Executors.newVirtualThreadPerTaskExecutor(),
            InstantSource.system());
    bridge.start();
  }

  @AfterEach
  void stopEverything() throws InterruptedException {
    over.countDown();
    bridge.drain(Duration.ZERO, Duration.ofSeconds(5));
    realtime.close();
    api.stop(0);
    http.shutdownNow();
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(5, TimeUnit.SECONDS);
  }

  @Test
  void aCallIsHeardByteForByteBothWaysAndReported() throws Exception {
    var carrier = open(tokens.mint(CALL, 1));
    carrier.start();
    var frame = new byte[160];
    Arrays.fill(frame, (byte) 0x55);
    carrier.says(frame);

    var heard = carrier.hears(realtime.speech.length);
    var lines = lines(1);
    carrier.hangsUp();

    assertThat(heard).isEqualTo(realtime.speech);
    assertThat(lines.getFirst().path("who").asText()).isEqualTo("AGENT");
    assertThat(lines.getFirst().path("text").asText()).isEqualTo("Hello there.");
    assertThat(realtime.heard).contains(frame);
    assertThat(realtime.complaints).isEmpty();
    var end = ends.poll(10, TimeUnit.SECONDS);
    assertThat(end).isNotNull();
    assertThat(end.reason()).isEqualTo(StreamEnd.Reason.PERSON_HUNG_UP);
    assertThat(end.lines()).isOne();
  }

  @Test
  void aWrongSignatureIsRefusedBeforeTheUpgrade() {
    var token = tokens.mint(CALL, 1);

    assertThatThrownBy(() -> new FakeCarrier(http, address(token), "bm90IHNpZ25lZA=="))
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            refused -> assertThat(refused.getResponse().statusCode()).isEqualTo(403));
    assertThat(bridge.activeCalls()).isZero();
  }

  @Test
  void aSignedRequestWithAForeignTokenIsRefused() {
    var foreign = new StreamTokens("another-key-of-the-link".getBytes(StandardCharsets.US_ASCII));

    assertThatThrownBy(() -> open(foreign.mint(CALL, 1)))
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            refused -> assertThat(refused.getResponse().statusCode()).isEqualTo(403));
  }

  @Test
  void whatIsNoMediaStreamIsClosedWithACode() throws Exception {
    var carrier = open(tokens.mint(CALL, 1));
    carrier.says(new byte[160]);

    assertThat(carrier.closed.get(5, TimeUnit.SECONDS)).isEqualTo(1008);
  }

  @Test
  void aBridgeThatIsStoppedLeavesItsCallsToAnother() throws Exception {
    var carrier = open(tokens.mint(CALL, 1));
    carrier.start();
    carrier.hears(realtime.speech.length);

    bridge.drain(Duration.ZERO, Duration.ofSeconds(5));

    assertThat(carrier.closed.get(5, TimeUnit.SECONDS)).isEqualTo(1000);
    var end = ends.poll(5, TimeUnit.SECONDS);
    assertThat(end).isNotNull();
    assertThat(end.reason()).isEqualTo(StreamEnd.Reason.BRIDGE_DRAINING);
    assertThat(end.hangUp()).isFalse();
  }

  @Test
  void whoHasATicketHearsBothSidesOfTheCall() throws Exception {
    var carrier = open(tokens.mint(CALL, 1));
    carrier.start();
    carrier.hears(realtime.speech.length);
    var listener = listen(ticket(Duration.ofMinutes(1), 1));
    var frame = new byte[160];
    Arrays.fill(frame, (byte) 0x55);

    carrier.says(frame);

    var heard = listener.messages.poll(5, TimeUnit.SECONDS);
    assertThat(heard).isNotNull();
    assertThat(heard[0]).isEqualTo((byte) 1);
    assertThat(Arrays.copyOfRange(heard, 5, heard.length)).isEqualTo(frame);
    carrier.hangsUp();
    assertThat(listener.texts.poll(5, TimeUnit.SECONDS)).contains("ended");
    assertThat(listener.closed.get(5, TimeUnit.SECONDS)).isEqualTo(1000);
  }

  @Test
  void whatTheAgentSaysIsHeardAsItGoesOnTheLine() throws Exception {
    var carrier = open(tokens.mint(CALL, 1));
    carrier.start();
    assertThat(carrier.received.poll(5, TimeUnit.SECONDS)).isNotNull();

    var listener = listen(ticket(Duration.ofMinutes(1), 1));
    var rest = carrier.hears(realtime.speech.length / 2);

    var heard = new java.io.ByteArrayOutputStream();
    while (heard.size() < 2_000) {
      var message = listener.messages.poll(5, TimeUnit.SECONDS);
      assertThat(message).isNotNull();
      assertThat(message[0]).isEqualTo((byte) 2);
      heard.write(message, 5, message.length - 5);
    }
    assertThat(rest).isNotEmpty();
    assertThat(new String(realtime.speech, StandardCharsets.ISO_8859_1))
        .contains(heard.toString(StandardCharsets.ISO_8859_1));
  }

  @Test
  void aTicketOpensOnceForItsCallUntilItEnds() throws Exception {
    var carrier = open(tokens.mint(CALL, 1));
    carrier.start();
    carrier.hears(realtime.speech.length);
    var ticket = ticket(Duration.ofMinutes(1), 1);
    listen(ticket);

    assertThat(refusal(ticket)).isEqualTo(403);
    assertThat(refusal(ticket(Duration.ofSeconds(-1), 2))).isEqualTo(403);
    assertThat(refusal(CALL + "/forged")).isEqualTo(403);
    assertThat(refusal(ticket(Duration.ofMinutes(1), 3).replace("c1/", "c2/"))).isEqualTo(403);
  }

  @Test
  void aCallThatIsNotHereCannotBeListenedTo() {
    assertThat(refusal(ticket(Duration.ofMinutes(1), 1))).isEqualTo(404);
  }

  private int refusal(String path) {
    try {
      listen(path);
      return 101;
    } catch (CompletionException e) {
      return e.getCause() instanceof WebSocketHandshakeException refused
          ? refused.getResponse().statusCode()
          : -1;
    }
  }

  private String ticket(Duration lasts, long nonce) {
    return CALL
        + "/"
        + tickets.write(
            new ListenTickets.Ticket(
                new UUID(0, 1), CALL, InstantSource.system().instant().plus(lasts), nonce));
  }

  private FakeListener listen(String path) {
    return new FakeListener(
        http, URI.create("ws://127.0.0.1:" + bridge.port() + "/listen/" + path));
  }

  @Test
  void healthAndFiguresAreTold() throws Exception {
    assertThat(JSON.readTree(get("/health")).path("status").asText()).isEqualTo("UP");
    assertThat(get("/actuator/prometheus")).contains("carillon_bridge_calls_active");
    assertThat(get("/anything").isEmpty()).isTrue();
  }

  private List<JsonNode> lines(int count) throws InterruptedException {
    var lines = new java.util.ArrayList<JsonNode>();
    while (lines.size() < count) {
      var batch = posted.poll(10, TimeUnit.SECONDS);
      if (batch == null) {
        throw new AssertionError("no line arrived");
      }
      batch.path("events").forEach(e -> addLine(e, lines));
    }
    return lines;
  }

  private static void addLine(JsonNode event, List<JsonNode> lines) {
    if (event.path("type").asText().equals("line")) {
      lines.add(event);
    }
  }

  private String get(String path) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + bridge.port() + path))
            .timeout(Duration.ofSeconds(5))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  private FakeCarrier open(String token) throws GeneralSecurityException {
    var address = address(token);
    var mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(AUTH_TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
    var signature =
        Base64.getEncoder()
            .encodeToString(mac.doFinal(address.toString().getBytes(StandardCharsets.UTF_8)));
    return new FakeCarrier(http, address, signature);
  }

  private URI address(String token) {
    return URI.create("ws://127.0.0.1:" + bridge.port() + "/media/" + token);
  }

  private final class Desk implements CallDesk {
    @Override
    public StreamGrant claim(UUID callId, StreamClaim claim) {
      return new StreamGrant.Granted(
          new CallBrief(
              new UUID(0, 1),
              callId,
              Direction.OUTBOUND,
              CallPurpose.REMINDER,
              "Carillon Garage",
              "Remind.",
              "Hello there.",
              "Message.",
              "en",
              "marin",
              List.of(),
              List.of(),
              Duration.ofMinutes(5),
              List.of(),
              false,
              null,
              null));
    }

    @Override
    public ToolResult use(UUID callId, ToolUse use) {
      return new ToolResult("{}", null);
    }

    @Override
    public Instruction next(UUID callId, String streamToken, InstructionsAfter after)
        throws DeskFailure {
      try {
        over.await();
        return new Instruction.CallOver();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new DeskFailure(DeskFailure.Kind.UNAVAILABLE, e);
      }
    }

    @Override
    public Acknowledged ended(UUID callId, String streamToken, StreamEnd end) {
      ends.add(end);
      return new Acknowledged(true);
    }
  }
}
