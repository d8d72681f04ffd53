package dev.carillon.bridge.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.carillon.bridge.faculty.Voice;
import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestedSpeechTest {
  private final ExecutorService loop = Executors.newSingleThreadExecutor();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Deque<Integer> statuses = new ConcurrentLinkedDeque<>();
  private final List<String> asked = new ArrayList<>();
  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
  private final CountDownLatch goOn = new CountDownLatch(1);
  private boolean hold;
  private HttpServer server;
  private RequestedSpeech speech;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/v1/text-to-speech/anna/stream",
        exchange -> {
          var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          synchronized (asked) {
            asked.add(exchange.getRequestURI().getQuery() + " " + body);
          }
          int status = statuses.isEmpty() ? 200 : statuses.remove();
          exchange.sendResponseHeaders(status, status == 200 ? 0 : -1);
          if (status == 200) {
            exchange.getResponseBody().write(new byte[800]);
            exchange.getResponseBody().flush();
            if (hold) {
              awaitGoOn();
            }
            exchange.getResponseBody().write(new byte[80]);
          }
          exchange.close();
        });
    server.start();
    var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    speech =
        new RequestedSpeech(
            new ElevenLabsSettings(address, "anna", "eleven_flash_v2_5", "key"),
            http,
            loop,
            new Heard());
  }

  @AfterEach
  void end() {
    goOn.countDown();
    server.stop(0);
    http.shutdownNow();
    loop.shutdownNow();
  }

  @Test
  void textIsSpokenToItsEndInOneRequest() throws InterruptedException {
    loop.execute(() -> {
      speech.say("Good morning.");
      speech.say("Who is there?");
      speech.flush();
    });

    assertThat(untilFlushed()).isEqualTo(880);
    assertThat(asked)
        .containsExactly(
            "output_format=ulaw_8000 {\"text\":\"Good morning. Who is"
                + " there?\",\"model_id\":\"eleven_flash_v2_5\"}");
  }

  @Test
  void oneTextFollowsTheOther() throws InterruptedException {
    loop.execute(() -> {
      speech.say("One.");
      speech.flush();
      speech.say("Two.");
      speech.flush();
    });

    untilFlushed();
    untilFlushed();

    assertThat(asked).hasSize(2).last().asString().contains("Two.");
  }

  @Test
  void nothingOldIsHeardAfterAClear() throws InterruptedException {
    hold = true;
    loop.execute(() -> {
      speech.say("A long sentence.");
      speech.flush();
    });
    assertThat(next()).startsWith("sound");

    loop.execute(speech::clear);
    loop.execute(() -> told.add("cleared"));
    goOn.countDown();
    loop.execute(() -> {
      speech.say("Sorry?");
      speech.flush();
    });

    var after = new ArrayList<String>();
    for (var event = next(); !event.equals("flushed"); event = next()) {
      after.add(event);
    }
    var old = after.subList(0, after.indexOf("cleared"));
    assertThat(after.subList(old.size() + 1, after.size()).stream().mapToInt(Heard::bytes).sum())
        .isEqualTo(880);
  }

  @Test
  void aRequestThatCouldNotBeServedIsRepeatedOnce() throws InterruptedException {
    statuses.add(503);
    loop.execute(() -> {
      speech.say("One.");
      speech.flush();
    });

    assertThat(untilFlushed()).isEqualTo(880);
    assertThat(asked).hasSize(2);
  }

  @Test
  void aRefusedKeyIsALoss() throws InterruptedException {
    statuses.add(401);
    loop.execute(() -> {
      speech.say("One.");
      speech.flush();
    });

    assertThat(next()).isEqualTo("lost http_401");
  }

  private String next() throws InterruptedException {
    var event = told.poll(20, TimeUnit.SECONDS);
    assertThat(event).isNotNull();
    return event == null ? "" : event;
  }

  private int untilFlushed() throws InterruptedException {
    int bytes = 0;
    for (var event = next(); !event.equals("flushed"); event = next()) {
      bytes += Heard.bytes(event);
    }
    return bytes;
  }

  private void awaitGoOn() {
    try {
      goOn.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Heard implements Voice.Events {
    @Override
    public void canSpeak() {
      told.add("canSpeak");
    }

    @Override
    public void sound(ByteBuf mulaw) {
      told.add("sound " + mulaw.readableBytes());
    }

    @Override
    public void flushed() {
      told.add("flushed");
    }

    @Override
    public void voiceLost(String code) {
      told.add("lost " + code);
    }

    static int bytes(String event) {
      return Integer.parseInt(event.substring("sound ".length()));
    }
  }
}
