package dev.carillon.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.carillon.sandbox.carrier.handset.Language;
import dev.carillon.sandbox.people.Voice;
import dev.carillon.sandbox.speech.MuLaw;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A small customer of the carrier: answers its webhooks and talks on its streams.
final class FakePlatform implements AutoCloseable {
  static final String GREETING = "Hello, I am calling about your appointment.";

  private static final int LEAD_FRAMES = 10;
  private static final int END_OF_TURN_FRAMES = 25;

  private final ObjectMapper json = new ObjectMapper();
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
  private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private final ArrayDeque<byte[]> lead = new ArrayDeque<>();
  private final ByteArrayOutputStream turn = new ByteArrayOutputStream();
  private final Language language;
  private final Javalin server;
  private volatile Map<String, String> upgradeHeaders = Map.of();
  private volatile @Nullable WsContext socket;
  private volatile String streamSid = "";
  private int silence;

  FakePlatform(Language language) {
    this.language = language;
    server =
        Javalin.create(config -> {
          config.startup.showJavalinBanner = false;
          config.concurrency.useVirtualThreads = true;
          config.routes.post("/<path>", this::webhook);
          config.routes.ws("/media/{token}", this::media);
        });
    server.start("127.0.0.1", 0);
    answers.put(
        "/voice",
        "<Response><Connect><Stream url=\"%s/media/t1\"><Parameter name=\"callId\" value=\"42\"/>"
                .formatted(url().replace("http", "ws"))
            + "</Stream></Connect><Redirect>/resume</Redirect></Response>");
    answers.put("/resume", "<Response><Hangup/></Response>");
  }

  String url() {
    return "http://127.0.0.1:" + server.port();
  }

  void answers(String path, String twiml) {
    answers.put(path, twiml);
  }

  Map<String, String> upgradeHeaders() {
    return upgradeHeaders;
  }

  /// The next webhook on this path.
  Request next(String path) throws InterruptedException {
    List<Request> others = new ArrayList<>();
    try {
      while (true) {
        Request request = requests.poll(30, TimeUnit.SECONDS);
        if (request == null) {
          throw new AssertionError("nothing came on " + path + ", only " + others);
        }
        if (request.path.equals(path)) {
          return request;
        }
        others.add(request);
      }
    } finally {
      requests.addAll(others);
    }
  }

  /// How many webhooks wait to be looked at on this path.
  long waiting(String path) {
    return requests.stream().filter(request -> request.path.equals(path)).count();
  }

  /// The next stream message of this kind; frames of audio are not among them.
  JsonNode message(String event) throws InterruptedException {
    while (true) {
      JsonNode message = messages.poll(30, TimeUnit.SECONDS);
      if (message == null) {
        throw new AssertionError("no message " + event);
      }
      if (message.path("event").asText().equals(event)) {
        return message;
      }
    }
  }

  /// What the person said next, understood from their audio.
  String hears() throws InterruptedException {
    String text = heard.poll(30, TimeUnit.SECONDS);
    if (text == null) {
      throw new AssertionError("the person says nothing");
    }
    return text;
  }

  void says(String text, String mark) {
    byte[] sound = language.speak(new Voice(120, 1), text);
    send(Map.of("event", "media", "media", Map.of("payload", base64(sound))));
    send(Map.of("event", "mark", "mark", Map.of("name", mark)));
  }

  void clears() {
    send(Map.of("event", "clear"));
  }

  void sendRaw(String text) {
    if (socket != null) {
      socket.send(text);
    }
  }

  void hangsUpTheStream() {
    if (socket != null) {
      socket.closeSession();
    }
  }

  private void send(Map<String, Object> message) {
    try {
      var all = new java.util.HashMap<>(message);
      all.put("streamSid", streamSid);
      sendRaw(json.writeValueAsString(all));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private void webhook(Context context) {
    Map<String, String> form =
        context.formParamMap().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().getFirst()));
    String signature = context.header("X-Twilio-Signature");
    String token = context.header("I-Twilio-Idempotency-Token");
    requests.add(
        new Request(
            context.path(), form, signature == null ? "" : signature, token == null ? "" : token));
    String answer = answers.get(context.path());
    if (answer == null) {
      context.status(context.path().startsWith("/broken") ? 503 : 204);
    } else {
      context.contentType("application/xml").result(answer);
    }
  }

  private void media(WsConfig ws) {
    ws.onConnect(connected -> {
      upgradeHeaders = Map.copyOf(connected.headerMap());
      socket = connected;
    });
    ws.onMessage(received -> {
      JsonNode message = json.readTree(received.message());
      streamSid = message.path("streamSid").asText(streamSid);
      if (message.path("event").asText().equals("media")) {
        listen(Base64.getDecoder().decode(message.path("media").path("payload").asText()));
      } else {
        messages.add(message);
      }
    });
  }

  private void listen(byte[] frame) {
    boolean loud = loud(frame);
    if (turn.size() == 0) {
      lead.addLast(frame);
      if (lead.size() > LEAD_FRAMES) {
        lead.removeFirst();
      }
      if (loud) {
        lead.forEach(turn::writeBytes);
        lead.clear();
        silence = 0;
      }
      return;
    }
    turn.writeBytes(frame);
    silence = loud ? 0 : silence + 1;
    if (silence == END_OF_TURN_FRAMES) {
      heard.add(language.understand(Language.Side.PERSON, turn.toByteArray()));
      turn.reset();
    }
  }

  private static boolean loud(byte[] frame) {
    for (byte code : frame) {
      if (Math.abs(MuLaw.decode(code)) > 600) {
        return true;
      }
    }
    return false;
  }

  private static String base64(byte[] sound) {
    return Base64.getEncoder().encodeToString(sound);
  }

  @Override
  public void close() {
    server.stop();
  }

  /// One webhook as it arrived.
  record Request(
      String path, Map<String, String> form, String signature, String idempotencyToken) {}
}
