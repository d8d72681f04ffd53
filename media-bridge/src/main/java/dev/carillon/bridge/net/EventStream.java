package dev.carillon.bridge.net;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/// One answer that is sent piece by piece as server-sent events (html.spec.whatwg.org, 9.2). A
/// request that failed before its first event is repeated once: nothing has come of it yet.
public final class EventStream {
  private static final int TRIES = 2;

  private final HttpClient http;
  private final HttpRequest request;
  private final Executor loop;
  private final Events events;
  private @Nullable CompletableFuture<?> running;
  private boolean begun;
  private boolean cancelled;
  private int tries;

  /// What comes; on the executor that was given.
  public interface Events {

    /// One event; `name` is empty when it has none.
    void event(String name, String data);

    /// The stream is over.
    void end();

    /// It failed. Nothing comes after this.
    void failed(String code);
  }

  /// A request for a stream of events.
  ///
  /// @param credentials header and its secret value, in turn
  /// @param firstAnswer how long its headers may take
  public static HttpRequest post(
      URI address, Duration firstAnswer, String body, String... credentials) {
    return HttpRequest.newBuilder(address)
        .timeout(firstAnswer)
        .headers(credentials)
        .header("Content-Type", "application/json")
        .header("Accept", "text/event-stream")
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  public EventStream(HttpClient http, HttpRequest request, Executor loop, Events events) {
    this.http = http;
    this.request = request;
    this.loop = loop;
    this.events = events;
  }

  /// Sends the request; once, on the executor.
  public void start() {
    tries++;
    int attempt = tries;
    var sent = http.sendAsync(request, answer -> body(answer, attempt));
    running = sent;
    sent.whenComplete((answer, problem) -> loop.execute(() -> over(attempt, answer, problem)));
  }

  /// Stops it; no event comes after this.
  public void cancel() {
    cancelled = true;
    if (running != null) {
      running.cancel(true);
    }
  }

  private BodySubscriber<Void> body(HttpResponse.ResponseInfo answer, int attempt) {
    return answer.statusCode() == 200
        ? BodySubscribers.fromLineSubscriber(new Lines(attempt))
        : BodyHandlers.discarding().apply(answer);
  }

  private void over(int attempt, @Nullable HttpResponse<Void> answer, @Nullable Throwable problem) {
    if (cancelled || attempt != tries) {
      return;
    }
    if (answer != null && answer.statusCode() == 200) {
      events.end();
      return;
    }
    boolean hopeless = answer != null && answer.statusCode() < 500 && answer.statusCode() != 429;
    if (!begun && !hopeless && tries < TRIES) {
      start();
    } else {
      events.failed(answer == null ? code(problem) : "http_" + answer.statusCode());
    }
  }

  private static String code(@Nullable Throwable problem) {
    var cause = problem instanceof CompletionException ? problem.getCause() : problem;
    return cause instanceof HttpTimeoutException ? "timed_out" : "connection_lost";
  }

  private final class Lines implements Flow.Subscriber<String> {
    private final int attempt;
    private final StringBuilder data = new StringBuilder();
    private String name = "";

    Lines(int attempt) {
      this.attempt = attempt;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
      if (line.isEmpty()) {
        dispatch();
      } else if (line.startsWith("data:")) {
        data.append(data.isEmpty() ? "" : "\n").append(value(line, 5));
      } else if (line.startsWith("event:")) {
        name = value(line, 6);
      }
    }

    @Override
    public void onError(Throwable problem) {
      // The request's own end tells.
    }

    @Override
    public void onComplete() {
      dispatch();
    }

    private void dispatch() {
      if (data.isEmpty()) {
        return;
      }
      var of = name;
      var text = data.toString();
      name = "";
      data.setLength(0);
      loop.execute(() -> {
        if (!cancelled && attempt == tries) {
          begun = true;
          events.event(of, text);
        }
      });
    }

    private static String value(String line, int from) {
      return line.startsWith(" ", from) ? line.substring(from + 1) : line.substring(from);
    }
  }
}
