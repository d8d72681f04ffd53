package dev.carillon.sandbox.carrier.webhook;

import dev.carillon.sandbox.ledger.Ledger;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Makes signed requests, again when the address asks for it, and writes a `callback` line for
/// each. Blocks: call it from a virtual thread.
public final class Webhooks implements AutoCloseable {
  private static final String USER_AGENT = "TwilioProxy/1.1";
  private static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";

  private final Map<Duration, HttpClient> clients = new ConcurrentHashMap<>();
  private final WebhookSignature signature;
  private final Ledger ledger;
  private final Supplier<String> tokens;

  /// `tokens` makes the values of `I-Twilio-Idempotency-Token`.
  public Webhooks(WebhookSignature signature, Ledger ledger, Supplier<String> tokens) {
    this.signature = signature;
    this.ledger = ledger;
    this.tokens = tokens;
  }

  /// The last answer, after as many tries as the address wants. `fault` is noted beside it.
  public Answer send(Webhook webhook, @Nullable String fault) {
    WebhookAddress address = WebhookAddress.of(webhook.url());
    String token = tokens.get();
    for (int retry = 0; ; retry++) {
      Try made = once(address, webhook, retry == 0 ? null : token);
      ledger.write(
          "callback",
          "sid",
          webhook.sid(),
          "kind",
          webhook.kind(),
          "url",
          address.url(),
          "sequence",
          webhook.sequence(),
          "http",
          made.answer.status(),
          "retry",
          retry,
          "fault",
          fault);
      if (made.reason.isEmpty() || retry >= address.retries() || !address.retries(made.reason)) {
        return made.answer;
      }
    }
  }

  /// One request as given, signed or not: for requests that the carrier never made.
  public Answer forge(String url, Map<String, String> form, @Nullable String signatureHeader) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url))
            .timeout(Duration.ofSeconds(15))
            .header("User-Agent", USER_AGENT)
            .header("Content-Type", FORM)
            .POST(BodyPublishers.ofString(encoded(form)));
    if (signatureHeader != null) {
      request.header("X-Twilio-Signature", signatureHeader);
    }
    return exchange(client(Duration.ofSeconds(5)), request.build()).answer;
  }

  private Try once(WebhookAddress address, Webhook webhook, @Nullable String idempotencyToken) {
    boolean get = webhook.method().equals("GET");
    String url = get ? withQuery(address.url(), webhook.params()) : address.url();
    HttpRequest.Builder request;
    try {
      request = HttpRequest.newBuilder(URI.create(url));
    } catch (IllegalArgumentException e) {
      return new Try(Answer.NOTHING, "ct");
    }
    request
        .timeout(address.read())
        .header("User-Agent", USER_AGENT)
        .header("Accept", "*/*")
        .header("X-Twilio-Signature", signature.of(url, get ? Map.of() : webhook.params()));
    if (idempotencyToken != null) {
      request.header("I-Twilio-Idempotency-Token", idempotencyToken);
    }
    if (!get) {
      request.header("Content-Type", FORM).POST(BodyPublishers.ofString(encoded(webhook.params())));
    }
    return exchange(client(address.connect()), request.build());
  }

  private static Try exchange(HttpClient client, HttpRequest request) {
    try {
      HttpResponse<String> response =
          client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
      String type = response.headers().firstValue("Content-Type").orElse("");
      int status = response.statusCode();
      String reason = status >= 500 ? "5xx" : status >= 400 ? "4xx" : "";
      return new Try(new Answer(status, response.body(), type), reason);
    } catch (ConnectException | HttpConnectTimeoutException e) {
      return new Try(Answer.NOTHING, "ct");
    } catch (IOException e) {
      return new Try(Answer.NOTHING, "rt");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Try(Answer.NOTHING, "");
    }
  }

  private HttpClient client(Duration connect) {
    return clients.computeIfAbsent(
        connect,
        limit ->
            HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(limit)
                .build());
  }

  private static String withQuery(String url, Map<String, String> params) {
    return url + (url.indexOf('?') < 0 ? "?" : "&") + encoded(params);
  }

  private static String encoded(Map<String, String> params) {
    return new TreeMap<>(params)
        .entrySet().stream()
            .map(pair -> encode(pair.getKey()) + "=" + encode(pair.getValue()))
            .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    clients.values().forEach(HttpClient::shutdownNow);
  }

  /// One try: the answer, and why it may be worth another (empty when it is not).
  private record Try(Answer answer, String reason) {}
}
