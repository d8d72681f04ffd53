package dev.carillon.sandbox.ai.deepgram;

import dev.carillon.sandbox.ai.realtime.Notes;
import dev.carillon.sandbox.ai.realtime.Stage;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Carillon's stand-in of Deepgram, as strict as the provider: `/v1/listen` and `/v1/speak`.
public final class Deepgram {
  private static final String LISTEN = "/v1/listen";
  private static final String SPEAK = "/v1/speak";
  private static final String REQUEST_ID = "requestId";
  private static final String FATE = "fate";
  private static final String OPTIONS = "options";

  private final String key;
  private final Stage stage;
  private final Faults faults;
  private final Map<String, Session> sessions = new HashMap<>();

  /// @param key the API key that clients must show
  /// @param stage what all sessions stand on
  public Deepgram(String key, Stage stage, Faults faults) {
    this.key = key;
    this.stage = stage;
    this.faults = faults;
  }

  /// Adds all routes.
  public void addTo(RoutesConfig routes) {
    routes.wsBeforeUpgrade(LISTEN, context -> admit(context, "deepgram-listen", ListenOptions::of));
    routes.ws(LISTEN, socket -> serve(socket, this::listen));
    routes.wsBeforeUpgrade(SPEAK, context -> admit(context, "deepgram-speak", SpeakOptions::of));
    routes.ws(SPEAK, socket -> serve(socket, this::speak));
    routes.exception(Refusal.class, this::refuse);
  }

  private void admit(
      Context context, String who, Function<Map<String, List<String>>, Object> options) {
    String id = new UUID(stage.chance().nextLong(), stage.chance().nextLong()).toString();
    context.attribute(REQUEST_ID, id);
    context.header("dg-request-id", id);
    if (!("Token " + key).equals(context.header("Authorization"))) {
      throw Refusal.unauthorised();
    }
    context.attribute(OPTIONS, options.apply(context.queryParamMap()));
    Faults.Fate fate = faults.next(who);
    if (fate.refusal() != 0) {
      throw Refusal.unavailable(fate.refusal());
    }
    context.attribute(FATE, fate);
  }

  private void refuse(Refusal refusal, Context context) {
    if (refusal.deserved()) {
      String what = context.path() + ": " + refusal.shown();
      stage.notes().write("strict", "who", "deepgram", "what", what);
    }
    String id = String.valueOf(context.<Object>attribute(REQUEST_ID));
    context.status(refusal.status()).contentType("application/json").result(refusal.body(id));
    context.header("dg-error", refusal.shown().replaceAll("[^ -~]", "?"));
  }

  private void serve(WsConfig socket, Function<WsContext, Session> making) {
    socket.onConnect(context -> {
      Session session = making.apply(context);
      stage
          .clock()
          .execute(() -> {
            sessions.put(context.sessionId(), session);
            session.opened();
          });
    });
    socket.onMessage(context -> {
      String text = context.message();
      in(context, session -> session.take(text));
    });
    socket.onBinaryMessage(context -> {
      byte[] sound = copy(context.data());
      in(context, session -> session.take(sound));
    });
    socket.onClose(context -> {
      int code = context.status();
      in(
          context,
          session -> {
            sessions.remove(context.sessionId());
            session.closed(code);
          });
    });
  }

  /// Sessions are opened, used and forgotten on the clock's thread, in the order of the messages.
  private void in(WsContext context, Consumer<Session> action) {
    String id = context.sessionId();
    stage
        .clock()
        .execute(() -> {
          Session session = sessions.get(id);
          if (session != null) {
            action.accept(session);
          }
        });
  }

  private Session listen(WsContext context) {
    ListenOptions options = attribute(context, OPTIONS, ListenOptions.class);
    Faults.Fate fate = attribute(context, FATE, Faults.Fate.class);
    Stage own = opened(context, "deepgram-listen", options.model());
    return new ListenSession(own, new Socket(context), options, requestId(context), fate.flaw());
  }

  private Session speak(WsContext context) {
    SpeakOptions options = attribute(context, OPTIONS, SpeakOptions.class);
    Faults.Fate fate = attribute(context, FATE, Faults.Fate.class);
    Stage own = opened(context, "deepgram-speak", options.model());
    return new SpeakSession(own, new Socket(context), options, requestId(context), fate.flaw());
  }

  /// What the session stands on: its notes tell whose they are.
  private Stage opened(WsContext context, String who, String model) {
    String id = requestId(context);
    Notes all = stage.notes();
    Notes own =
        (event, pairs) -> {
          @Nullable Object[] named = new @Nullable Object[pairs.length + 2];
          named[0] = "session";
          named[1] = id;
          System.arraycopy(pairs, 0, named, 2, pairs.length);
          all.write(event, named);
        };
    own.write("ai_open", "service", who, "model", model);
    return stage.noting(own);
  }

  private static String requestId(WsContext context) {
    return attribute(context, REQUEST_ID, String.class);
  }

  private static <T> T attribute(WsContext context, String name, Class<T> type) {
    return type.cast(Objects.requireNonNull(context.<Object>attribute(name)));
  }

  private static byte[] copy(ByteBuffer data) {
    byte[] bytes = new byte[data.remaining()];
    data.duplicate().get(bytes);
    return bytes;
  }
}
