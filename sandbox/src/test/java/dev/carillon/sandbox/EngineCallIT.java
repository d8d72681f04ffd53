package dev.carillon.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.bridge.cascade.CascadeEngines;
import dev.carillon.bridge.deepgram.DeepgramEars;
import dev.carillon.bridge.deepgram.DeepgramSettings;
import dev.carillon.bridge.deepgram.DeepgramVoice;
import dev.carillon.bridge.engine.EngineRoster;
import dev.carillon.bridge.http.BridgeServer;
import dev.carillon.bridge.http.BridgeSettings;
import dev.carillon.bridge.http.Limits;
import dev.carillon.bridge.net.SocketClient;
import dev.carillon.bridge.net.Transport;
import dev.carillon.bridge.openai.ChatMind;
import dev.carillon.bridge.openai.ChatSettings;
import dev.carillon.bridge.openai.RealtimeEngines;
import dev.carillon.bridge.openai.RealtimeSettings;
import dev.carillon.call.StreamEnd;
import dev.carillon.call.TranscriptLine.Speaker;
import dev.carillon.sandbox.ai.VoiceAi;
import dev.carillon.sandbox.ledger.Ledger;
import dev.carillon.sandbox.speech.Listening;
import dev.carillon.sandbox.speech.Phrases;
import dev.carillon.sandbox.speech.Speech;
import dev.carillon.signature.ListenTickets;
import dev.carillon.signature.StreamTokens;
import dev.carillon.signature.TwilioSignature;
import io.javalin.config.JavalinConfig;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The real bridge between the stand-ins of carrier, OpenAI and Deepgram, which it knows by their
/// protocols alone. Both calls are held at the same time.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EngineCallIT {
  private static final String CASCADE = "deepgram+openai+deepgram";
  private static final String KEY = "sandbox-key";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Speech speech = new Speech();
  private final Listening listening = new Listening(Phrases.standard());
  private final English english = new English(speech, listening);
  private final StreamTokens tokens = new StreamTokens(new byte[32]);
  private final EventLoopGroup loops =
      new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final FakeDesk desk = new FakeDesk();
  private final FakeDesk.Call cascaded = desk.call(1, List.of(CASCADE));
  private final FakeDesk.Call failedOver = desk.call(2, List.of("openai-realtime", CASCADE));
  private FakePlatform platform;
  private Sandbox sandbox;
  private BridgeServer bridge;

  @BeforeAll
  void holdBothCalls(@TempDir Path data) throws IOException, InterruptedException {
    english.warmUp();
    platform = new FakePlatform(english);
    sandbox =
        new Sandbox(
            SandboxSettings.of(Map.of("CARILLON_SANDBOX_PORT", "0")),
            english,
            data,
            InstantSource.system(),
            new SplittableRandom(1),
            List.of(this::voiceAi));
    bridge = bridge(sandbox.url());
    bridge.start();
    post(
        "/sandbox/ai/faults",
        "[{\"kind\":\"close_mid_call\",\"who\":\"realtime\",\"seconds\":3,\"code\":1011}]");
    phone(cascaded);
    phone(failedOver);
  }

  @AfterAll
  void hangUp() throws InterruptedException {
    desk.close();
    bridge.drain(Duration.ZERO, Duration.ofSeconds(2));
    sandbox.close();
    platform.close();
    workers.shutdownNow();
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(5, TimeUnit.SECONDS);
    speech.close();
    listening.close();
  }

  @Test
  void aCascadeHoldsAConversation() throws InterruptedException {
    StreamEnd end = cascaded.end();

    assertThat(cascaded.lines(Speaker.AGENT)).startsWith(FakeDesk.GREETING);
    assertThat(heard()).contains(FakeDesk.GREETING);
    assertThat(String.join(" ", cascaded.lines(Speaker.PERSON)))
        .contains("Yes, that suits me well.");
    assertThat(cascaded.tools()).contains("confirm_appointment");
    assertThat(cascaded.lines(Speaker.AGENT)).contains("Goodbye, and all the best to you.");
    assertThat(cascaded.events()).doesNotContain("engine_replaced");
    assertThat(end.personSpoke()).isTrue();
    assertThat(strict()).isEmpty();
  }

  @Test
  void theCascadeTakesOverFromAnEngineThatIsClosed() throws InterruptedException {
    StreamEnd end = failedOver.end();

    assertThat(failedOver.events()).contains("engine_replaced");
    assertThat(failedOver.lines(Speaker.AGENT).getFirst()).startsWith("Hello, this is");
    assertThat(failedOver.lines(Speaker.AGENT).stream().filter(FakeDesk.GREETING::equals))
        .hasSizeLessThanOrEqualTo(1);
    assertThat(failedOver.tools()).contains("confirm_appointment");
    assertThat(failedOver.lines(Speaker.AGENT)).contains("Goodbye, and all the best to you.");
    assertThat(end.reason()).isNotEqualTo(StreamEnd.Reason.ENGINE_FAILED);
  }

  private BridgeServer bridge(String world) throws IOException {
    var sockets = new SocketClient(NioSocketChannel.class);
    var deepgram = new DeepgramSettings(URI.create(world), "nova-3", "aura-2-thalia-en", KEY);
    var chat = new ChatSettings(URI.create(world + "/v1"), "gpt-5-mini", KEY);
    var cascade =
        new CascadeEngines(
            CASCADE,
            new DeepgramEars(deepgram, sockets),
            new ChatMind(chat, http),
            new DeepgramVoice(deepgram, sockets));
    var realtime =
        new RealtimeEngines(
            new RealtimeSettings(
                URI.create(world.replace("http", "ws") + "/v1/realtime"), "gpt-realtime-2.1", KEY),
            sockets);
    return new BridgeServer(
        new BridgeSettings(
            "127.0.0.1",
            0,
            null,
            new TwilioSignature(List.of("sandbox")),
            tokens,
            new ListenTickets(new byte[32]),
            null,
            Limits.from(Map.of()),
            List.of()),
        loops,
        Transport.NIO,
        desk,
        new EngineRoster(realtime, List.of(cascade)),
        desk,
        workers,
        InstantSource.system());
  }

  private Runnable voiceAi(JavalinConfig config, Ledger ledger) {
    VoiceAi ai =
        new VoiceAi(
            KEY, KEY, ledger, speech, listening, InstantSource.system(), new SplittableRandom(3));
    VoiceAi.prepare(config);
    ai.addTo(config.routes);
    return ai::close;
  }

  private void phone(FakeDesk.Call call) throws IOException, InterruptedException {
    String path = "/voice" + call.number();
    platform.answers(
        path,
        "<Response><Connect><Stream url=\"ws://127.0.0.1:%d/media/%s\"/></Connect></Response>"
            .formatted(bridge.port(), tokens.mint(call.id(), call.number())));
    post(
        "/sandbox/inbound-calls",
        "{\"from\":\"+1415555012%d\",\"script\":\"confirm\",\"url\":\"%s\"}"
            .formatted(call.number(), platform.url() + path));
  }

  private void post(String path, String body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(sandbox.url() + path))
            .POST(BodyPublishers.ofString(body))
            .build();
    assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isBetween(200, 204);
  }

  private List<String> heard() {
    return sandbox.ledger().of("heard").stream().map(entry -> entry.text("text")).toList();
  }

  private List<String> strict() {
    return sandbox.ledger().of("strict").stream().map(entry -> entry.text("what")).toList();
  }
}
