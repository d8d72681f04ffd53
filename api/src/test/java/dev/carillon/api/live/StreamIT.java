package dev.carillon.api.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.activities.postgres.TestDatabase;
import dev.carillon.activities.postgres.events.Event;
import dev.carillon.activities.postgres.events.Events;
import dev.carillon.api.RunningApi;
import dev.carillon.api.Visitor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class StreamIT {
  private static final UUID SOMEBODY_ELSE = UUID.fromString("00000000-0000-7000-8000-0000000000ff");

  @AutoClose private static final RunningApi API = RunningApi.start();
  @AutoClose private static final Visitor VISITOR = new Visitor(API);

  @Test
  void aViewerSeesItsOwnTenantAsItHappensAndNobodyElses() throws Exception {
    try (var page = Page.open("/api/v1/stream", null)) {
      happen(SOMEBODY_ELSE, "foreign", null);
      happen(TestDatabase.TENANT, "own", null);

      assertThat(page.next()).contains("event:sms_sent").contains("\"what\":\"own\"");
    }
  }

  @Test
  void whoComesBackMissesNothingAndSeesNothingTwice() throws Exception {
    String last;
    try (var page = Page.open("/api/v1/stream", null)) {
      happen(TestDatabase.TENANT, "first", null);
      last = idOf(page.next());
    }
    happen(TestDatabase.TENANT, "second", null);
    happen(TestDatabase.TENANT, "third", null);

    try (var page = Page.open("/api/v1/stream", last)) {
      happen(TestDatabase.TENANT, "fourth", null);

      assertThat(List.of(page.next(), page.next(), page.next()))
          .extracting(StreamIT::what)
          .containsExactly("second", "third", "fourth");
    }
  }

  @Test
  void aPersonsPageShowsThatPersonOnly() throws Exception {
    var ann = contact("+12128120001");
    var bob = contact("+12128120002");

    try (var page = Page.open("/api/v1/contacts/" + ann + "/stream", null)) {
      happen(TestDatabase.TENANT, "bob's", bob);
      happen(TestDatabase.TENANT, "ann's", ann);

      assertThat(what(page.next())).isEqualTo("ann's");
    }
  }

  private static UUID contact(String number) throws IOException, InterruptedException {
    var made = VISITOR.post("/api/v1/contacts", "{\"phoneNumber\": \"%s\"}".formatted(number));
    return UUID.fromString(made.text("id"));
  }

  private static void happen(UUID tenant, String what, @Nullable UUID contact) {
    var database = API.database();
    var events = new Events(database.jdbc(), database.jsonb());
    var event =
        new Event(tenant, Instant.now(), "sms_sent", null, null, contact, Map.of("what", what));
    database.transactions().run(tenant, () -> events.append(event));
  }

  private static String idOf(String event) {
    return event
        .lines()
        .filter(line -> line.startsWith("id:"))
        .findFirst()
        .orElseThrow()
        .substring(3);
  }

  private static String what(String event) {
    return event.replaceAll("(?s).*\"what\":\"([^\"]*)\".*", "$1");
  }

  /// An open page that collects events as blocks of lines.
  private static final class Page implements AutoCloseable {
    private final LinkedBlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final InputStream body;
    private final BufferedReader lines;

    private Page(InputStream body, BufferedReader lines) {
      this.body = body;
      this.lines = lines;
      Thread.startVirtualThread(this::read);
    }

    static Page open(String path, @Nullable String lastEventId)
        throws IOException, InterruptedException {
      var request = HttpRequest.newBuilder(API.address().resolve(path));
      if (lastEventId != null) {
        request.header("Last-Event-ID", lastEventId);
      }
      var answer = VISITOR.http().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      assertThat(answer.statusCode()).isEqualTo(200);
      var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
      // The greeting: from here on nothing is missed.
      assertThat(lines.readLine()).startsWith(":");
      return new Page(answer.body(), lines);
    }

    private void read() {
      try {
        var block = new ArrayList<String>();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
          if (line.isEmpty()) {
            if (block.stream().anyMatch(l -> l.startsWith("data:"))) {
              events.add(String.join("\n", block));
            }
            block.clear();
          } else {
            block.add(line);
          }
        }
      } catch (IOException _) {
        // The page was closed.
      }
    }

    String next() throws InterruptedException {
      var event = events.poll(20, TimeUnit.SECONDS);
      assertThat(event).as("an event within 20 s").isNotNull();
      return event;
    }

    @Override
    public void close() throws IOException {
      // Closing the reader would wait for the line that is being read: the next heartbeat.
      body.close();
    }
  }
}
