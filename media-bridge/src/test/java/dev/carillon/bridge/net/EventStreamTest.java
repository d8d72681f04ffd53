package dev.carillon.bridge.net;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventStreamTest {
  private final ExecutorService loop = Executors.newSingleThreadExecutor();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Deque<Integer> statuses = new ConcurrentLinkedDeque<>();
  private final AtomicInteger requests = new AtomicInteger();
  private final List<String> told = new ArrayList<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private String body = "";
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          exchange.getRequestBody().readAllBytes();
          var status = statuses.isEmpty() ? 200 : statuses.remove();
          var bytes = (status == 200 ? body : "").getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void end() {
    server.stop(0);
    http.shutdownNow();
    loop.shutdownNow();
  }

  @Test
  void eventsComeInTheirOrder() throws InterruptedException {
    body = "event: ping\ndata: {}\n\ndata: one\ndata: more\n\ndata:two\n\n";

    run();

    assertThat(told).containsExactly("ping {}", " one\nmore", " two", "end");
  }

  @Test
  void aRequestThatTheProviderCouldNotServeIsRepeatedOnce() throws InterruptedException {
    statuses.add(503);
    body = "data: one\n\n";

    run();

    assertThat(told).containsExactly(" one", "end");
    assertThat(requests).hasValue(2);
  }

  @Test
  void aSecondRefusalIsFinal() throws InterruptedException {
    statuses.addAll(List.of(503, 529));

    run();

    assertThat(told).containsExactly("failed http_529");
  }

  @Test
  void aWrongRequestIsNotRepeated() throws InterruptedException {
    statuses.add(400);

    run();

    assertThat(told).containsExactly("failed http_400");
    assertThat(requests).hasValue(1);
  }

  private void run() throws InterruptedException {
    var address =
        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/chat/completions");
    var request =
        HttpRequest.newBuilder(address).POST(HttpRequest.BodyPublishers.ofString("{}")).build();
    var stream =
        new EventStream(
            http,
            request,
            loop,
            new EventStream.Events() {
              @Override
              public void event(String name, String data) {
                told.add(name + " " + data);
              }

              @Override
              public void end() {
                told.add("end");
                over.countDown();
              }

              @Override
              public void failed(String code) {
                told.add("failed " + code);
                over.countDown();
              }
            });
    loop.execute(stream::start);
    assertThat(over.await(20, TimeUnit.SECONDS)).isTrue();
  }
}
