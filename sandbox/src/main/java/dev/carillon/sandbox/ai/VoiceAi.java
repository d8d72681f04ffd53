package dev.carillon.sandbox.ai;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.carillon.sandbox.ai.chat.ApiError;
import dev.carillon.sandbox.ai.chat.ChatModel;
import dev.carillon.sandbox.ai.deepgram.Deepgram;
import dev.carillon.sandbox.ai.deepgram.Faults;
import dev.carillon.sandbox.ai.realtime.RealtimeSession;
import dev.carillon.sandbox.ai.realtime.Senses;
import dev.carillon.sandbox.ai.realtime.Stage;
import dev.carillon.sandbox.clock.EventLoopClock;
import dev.carillon.sandbox.clock.WorldClock;
import dev.carillon.sandbox.ledger.Ledger;
import dev.carillon.sandbox.speech.Listening;
import dev.carillon.sandbox.speech.Speaker;
import dev.carillon.sandbox.speech.SpeakerVoice;
import dev.carillon.sandbox.speech.Speech;
import dev.carillon.sandbox.speech.Understanding;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Carillon's stand-in of OpenAI and Deepgram: the realtime interface, the text models, recognition
/// and speech, and at `/sandbox/ai/faults` the ways in which they are to fail. They speak and
/// listen for real, on one thread for all sessions.
public final class VoiceAi implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String REALTIME = "/v1/realtime";
  private static final long MOST_MESSAGE_BYTES = 24L << 20;
  private static final Duration THINKING = Duration.ofMillis(120);
  private static final Duration DEEPGRAM_SPEAKS_AFTER = Duration.ofMillis(80);
  private static final String FLAW = "fault";

  private final MultiThreadIoEventLoopGroup group =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final ExecutorService work = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, RealtimeSession> sessions = new HashMap<>();
  private final AiFaults faults = new AiFaults();
  private final WorldClock clock;
  private final String key;
  private final Ledger ledger;
  private final Listening listening;
  private final Senses senses;
  private final RandomGenerator chance;
  private final ChatModel chat;
  private final Deepgram deepgram;

  /// @param key the API key that clients of OpenAI must show
  /// @param deepgramKey the one that clients of Deepgram must show
  public VoiceAi(
      String key,
      String deepgramKey,
      Ledger ledger,
      Speech speech,
      Listening listening,
      InstantSource instants,
      RandomGenerator chance) {
    this.key = key;
    this.ledger = ledger;
    this.listening = listening;
    this.chance = chance;
    this.senses = new EarsAndMouth(speech, listening);
    this.clock = new EventLoopClock((EventLoop) group.next(), instants);
    this.chat =
        new ChatModel(
            listening.phrases(),
            instants,
            asked ->
                ledger.write(
                    "chat",
                    "endpoint",
                    asked.endpoint(),
                    "model",
                    asked.model(),
                    "schema",
                    asked.schema(),
                    "chars",
                    asked.chars()));
    this.deepgram =
        new Deepgram(
            deepgramKey,
            new Stage(clock, work, senses, chance, ledger::write, DEEPGRAM_SPEAKS_AFTER),
            this::fate);
  }

  /// Audio comes in larger messages than the server takes by itself.
  public static void prepare(JavalinConfig config) {
    config.jetty.modifyWebSocketServletFactory(factory -> {
      factory.setMaxTextMessageSize(MOST_MESSAGE_BYTES);
      factory.setIdleTimeout(Duration.ofMinutes(10));
    });
  }

  /// Adds all routes.
  public void addTo(RoutesConfig routes) {
    chat.addTo(routes, this::admitRequest);
    routes.wsBeforeUpgrade(REALTIME, this::admitSession);
    routes.ws(REALTIME, this::realtime);
    deepgram.addTo(routes);
    routes.get(
        "/sandbox/ai/faults",
        context ->
            context.contentType("application/json").result(JSON.writeValueAsString(faults.all())));
    routes.post(
        "/sandbox/ai/faults",
        context -> {
          faults.set(JSON.readValue(context.bodyAsBytes(), new TypeReference<List<AiFault>>() {}));
          context.status(204);
        });
    routes.exception(ApiError.class, this::refuse);
  }

  private void admitRequest(Context context) {
    authorise(context);
    Optional<AiFault> fault = faults.next("chat");
    if (fault.isEmpty()) {
      return;
    }
    switch (fault.get().kind()) {
      case "refuse" -> {
        note(fault.get());
        throw ApiError.unavailable(fault.get().status());
      }
      case "slow", "stall" -> {
        note(fault.get());
        pause(fault.get().delay());
      }
      default -> {}
    }
  }

  private void admitSession(Context context) {
    authorise(context);
    if (context.queryParam("model") == null) {
      throw new ApiError(400, "missing_model", "You must provide a model parameter.", "model");
    }
    Optional<AiFault> fault = faults.next("realtime");
    if (fault.isPresent() && fault.get().kind().equals("refuse")) {
      note(fault.get());
      throw ApiError.unavailable(fault.get().status());
    }
    fault.ifPresent(struck -> context.attribute(FLAW, struck));
  }

  private Faults.Fate fate(String who) {
    Optional<AiFault> struck = faults.next(who);
    Optional<AiFault> refused = struck.filter(fault -> fault.kind().equals("refuse"));
    refused.ifPresent(this::note);
    return new Faults.Fate(refused.map(AiFault::status).orElse(0), AiFaults.flaw(struck));
  }

  private void authorise(Context context) {
    if (!("Bearer " + key).equals(context.header("Authorization"))) {
      throw ApiError.unauthorised();
    }
  }

  private void refuse(ApiError error, Context context) {
    if (error.status() == 400 || error.status() == 401) {
      ledger.strict("openai", context.path() + ": " + error.what(), null);
    }
    context.status(error.status()).contentType("application/json").result(error.body().toString());
  }

  private void realtime(WsConfig socket) {
    socket.onConnect(this::connected);
    socket.onMessage(context -> {
      String text = context.message();
      inSession(context, session -> session.take(text));
    });
    socket.onBinaryMessage(context -> {
      inSession(context, RealtimeSession::takeBinary);
    });
    socket.onClose(context -> {
      int code = context.status();
      inSession(context, session -> session.closed(code));
      clock.execute(() -> sessions.remove(context.sessionId()));
    });
  }

  /// Sessions are opened, used and forgotten on the clock's thread, in the order of the messages.
  private void inSession(WsContext context, Consumer<RealtimeSession> action) {
    String id = context.sessionId();
    clock.execute(() -> {
      RealtimeSession session = sessions.get(id);
      if (session != null) {
        action.accept(session);
      }
    });
  }

  private void connected(WsContext context) {
    String model = String.valueOf(context.queryParam("model"));
    String id = context.sessionId();
    Optional<AiFault> fault = Optional.ofNullable(context.attribute(FLAW));
    ledger.write(
        "ai_open", "session", id, "model", model, "fault", fault.map(AiFault::kind).orElse(null));
    Socket socket = new Socket(context);
    if (context.header("OpenAI-Beta") != null) {
      ledger.strict("openai", "beta_api_shape_disabled", null);
      socket.send(
          "{\"type\":\"error\",\"event_id\":\"event_beta\",\"error\":{\"type\":\"invalid_request_error\",\"code\":\"beta_api_shape_disabled\",\"message\":\"The"
              + " Realtime Beta API is no longer supported.\",\"param\":null,\"event_id\":null}}");
      socket.close(4000);
      return;
    }
    Stage stage =
        new Stage(clock, work, senses, chance, (event, pairs) -> note(id, event, pairs), THINKING);
    clock.execute(() -> {
      RealtimeSession session =
          new RealtimeSession(stage, socket, model, listening.phrases(), AiFaults.flaw(fault));
      sessions.put(id, session);
      session.opened();
    });
  }

  private void note(String session, String event, @Nullable Object... pairs) {
    @Nullable Object[] all = new @Nullable Object[pairs.length + 2];
    all[0] = "session";
    all[1] = session;
    System.arraycopy(pairs, 0, all, 2, pairs.length);
    ledger.write(event, all);
  }

  private void note(AiFault fault) {
    ledger.write("ai_fault", "kind", fault.kind(), "who", fault.who());
  }

  private void pause(Duration delay) {
    CountDownLatch over = new CountDownLatch(1);
    clock.after(delay, over::countDown);
    try {
      if (!over.await(delay.toMillis() + 1_000, TimeUnit.MILLISECONDS)) {
        throw ApiError.unavailable(503);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2_000);
    work.shutdownNow();
  }

  /// A voice is not told whose it is; the people it speaks to learn the name when they are told.
  private record EarsAndMouth(Speech speech, Listening listening) implements Senses {
    private static final Pattern INTRODUCTION =
        Pattern.compile("assistant of (\\p{Lu}[^.,]{0,60}?) calling");

    @Override
    public Understanding understand(byte[] muLaw) {
      return listening.understand(Speaker.PERSON, muLaw);
    }

    @Override
    public byte[] speak(String text) {
      Matcher introduced = INTRODUCTION.matcher(text);
      if (introduced.find()) {
        listening.phrases().learnName("business", introduced.group(1));
      }
      return speech.speak(SpeakerVoice.ASSISTANT, text);
    }
  }
}
