package dev.carillon.bridge.elevenlabs;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.carillon.bridge.faculty.Voice;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/// What is to be said, one request after the other. A request that failed before its first sound is
/// repeated once.
final class RequestedSpeech implements Voice.Speech {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration FIRST_SOUND = Duration.ofSeconds(5);
  private static final int TRIES = 2;

  private final ElevenLabsSettings settings;
  private final HttpClient http;
  private final Executor loop;
  private final Voice.Events events;
  private final Queue<String> texts = new ArrayDeque<>();
  private final StringBuilder given = new StringBuilder();
  private @Nullable CompletableFuture<?> running;
  private int request;
  private int tries;
  private boolean sounded;
  private boolean closed;

  RequestedSpeech(
      ElevenLabsSettings settings, HttpClient http, Executor loop, Voice.Events events) {
    this.settings = settings;
    this.http = http;
    this.loop = loop;
    this.events = events;
  }

  @Override
  public void say(String text) {
    given.append(given.isEmpty() ? "" : " ").append(text.strip());
  }

  @Override
  public void flush() {
    if (closed) {
      return;
    }
    texts.add(given.toString());
    given.setLength(0);
    if (running == null) {
      next();
    }
  }

  @Override
  public void clear() {
    given.setLength(0);
    texts.clear();
    request++;
    if (running != null) {
      running.cancel(true);
      running = null;
    }
  }

  @Override
  public void close() {
    closed = true;
    clear();
  }

  private void next() {
    var text = texts.peek();
    if (text == null) {
      running = null;
      return;
    }
    tries = 0;
    ask(text);
  }

  private void ask(String text) {
    tries++;
    sounded = false;
    int mine = ++request;
    var body =
        JSON.createObjectNode().put("text", text).put("model_id", settings.model()).toString();
    var asked =
        HttpRequest.newBuilder(settings.speech())
            .timeout(FIRST_SOUND)
            .header("xi-api-key", settings.apiKey())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    var sent = http.sendAsync(asked, answer -> sound(answer, mine));
    running = sent;
    sent.whenComplete((answer, _) ->
        loop.execute(() -> over(mine, text, answer == null ? 0 : answer.statusCode())));
  }

  private BodySubscriber<Void> sound(HttpResponse.ResponseInfo answer, int mine) {
    return answer.statusCode() == 200
        ? BodySubscribers.fromSubscriber(new Pieces(mine))
        : BodyHandlers.discarding().apply(answer);
  }

  private void over(int mine, String text, int status) {
    if (mine != request || closed) {
      return;
    }
    if (status == 200) {
      texts.remove();
      events.flushed();
      if (mine == request && !closed) {
        next();
      }
    } else if (!sounded && tries < TRIES && (status == 0 || status == 429 || status >= 500)) {
      ask(text);
    } else {
      closed = true;
      events.voiceLost(status == 0 ? "connection_lost" : "http_" + status);
    }
  }

  private final class Pieces implements Flow.Subscriber<List<ByteBuffer>> {
    private final int mine;

    Pieces(int mine) {
      this.mine = mine;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> pieces) {
      ByteBuf sound = Unpooled.wrappedBuffer(pieces.toArray(ByteBuffer[]::new));
      loop.execute(() -> {
        if (mine == request && !closed) {
          sounded = true;
          events.sound(sound);
        }
      });
    }

    @Override
    public void onError(Throwable problem) {
      // The request's own end tells.
    }

    @Override
    public void onComplete() {
      // The request's own end tells.
    }
  }
}
