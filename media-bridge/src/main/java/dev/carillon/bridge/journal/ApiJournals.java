package dev.carillon.bridge.journal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Journals that post to api's `/internal/v1/events`.
public final class ApiJournals implements Journals {
  private static final Logger log = LoggerFactory.getLogger(ApiJournals.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
  private static final Duration EVENTS_WAIT = Duration.ofMillis(100);

  private final URI address;
  private final String authorization;
  private final InstantSource now;
  private final HttpClient http;
  private final Set<ApiJournal> open = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean apiAway = new AtomicBoolean();

  /// @param apiUrl base address of api
  /// @param internalToken secret between bridge and api
  public ApiJournals(URI apiUrl, String internalToken, InstantSource now) {
    this.address = URI.create(apiUrl.toString().replaceAll("/+$", "") + "/internal/v1/events");
    this.authorization = "Bearer " + internalToken;
    this.now = now;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
  }

  @Override
  public Journal open(UUID tenantId, UUID callId) {
    var holder = new ApiJournal[1];
    var journal =
        new ApiJournal(
            tenantId, callId, now, EVENTS_WAIT, this::deliver, () -> open.remove(holder[0]));
    holder[0] = journal;
    open.add(journal);
    Thread.ofVirtual().name("journal").start(journal::run);
    return journal;
  }

  /// Waits until every journal is delivered; false when some of it is not.
  public boolean awaitDelivered(Duration atMost) {
    var until = now.instant().plus(atMost);
    boolean all = true;
    for (var journal : open) {
      var left = Duration.between(now.instant(), until);
      all &= journal.awaitDelivered(left.isNegative() ? Duration.ZERO : left);
    }
    return all;
  }

  private boolean deliver(UUID tenantId, UUID callId, List<ApiJournal.Entry> batch)
      throws InterruptedException {
    var request =
        HttpRequest.newBuilder(address)
            .timeout(ANSWER_WITHIN)
            .header("Authorization", authorization)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body(tenantId, callId, batch)))
            .build();
    try {
      int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      boolean taken = status / 100 == 2;
      note(taken, "status_" + status);
      return taken;
    } catch (IOException e) {
      note(false, e.getClass().getSimpleName());
      return false;
    }
  }

  /// Says once that api is away and once that it is back.
  private void note(boolean taken, String why) {
    if (taken && apiAway.compareAndSet(true, false)) {
      log.atInfo().log("api takes events again");
    } else if (!taken && apiAway.compareAndSet(false, true)) {
      log.atWarn().addKeyValue("why", why).log("api does not take events; they are kept");
    }
  }

  private static String body(UUID tenantId, UUID callId, List<ApiJournal.Entry> batch) {
    var root = JSON.createObjectNode();
    root.put("callId", callId.toString()).put("tenantId", tenantId.toString());
    var events = root.putArray("events");
    batch.forEach(entry -> write(entry, events.addObject()));
    return root.toString();
  }

  private static void write(ApiJournal.Entry entry, ObjectNode to) {
    switch (entry) {
      case ApiJournal.Entry.Line(var line) ->
          to.put("type", "line")
              .put("seq", line.seq())
              .put("at", line.at().toString())
              .put("who", line.who().name())
              .put("text", line.text())
              .put("interrupted", line.interrupted());
      case ApiJournal.Entry.Event(var name, var at, var detail) -> {
        to.put("type", "event").put("name", name).put("at", at.toString());
        to.set("detail", JSON.valueToTree(detail));
      }
    }
  }
}
