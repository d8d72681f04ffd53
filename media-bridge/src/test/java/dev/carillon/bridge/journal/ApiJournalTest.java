package dev.carillon.bridge.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.call.TranscriptLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ApiJournalTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  private final List<ApiJournal.Entry> arrived = new ArrayList<>();
  private final CountDownLatch emptied = new CountDownLatch(1);
  private int refusals;
  private int posts;
  private final CountDownLatch lineArrived = new CountDownLatch(1);
  private ApiJournal journal = waiting(Duration.ofMillis(100));

  @AfterEach
  void theJournalEnds() throws InterruptedException {
    journal.close();
    assertThat(emptied.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void linesAreDeliveredInTheirOrder() {
    run();
    for (int i = 1; i <= 50; i++) {
      journal.line(line(i));
    }

    assertThat(journal.awaitDelivered(SOON)).isTrue();

    assertThat(seqs()).hasSize(50).isSorted();
  }

  @Test
  void whileApiIsAwayNothingIsLost() {
    refusals = 3;
    run();
    journal.line(line(1));
    journal.event("barge_in", Map.of("heardMs", 100));
    journal.line(line(2));

    assertThat(journal.awaitDelivered(SOON)).isTrue();

    assertThat(seqs()).containsExactly(1, 2);
    assertThat(arrived).hasSize(3);
  }

  @Test
  void aLineDoesNotWaitForOthersAndTakesTheEventsAlong() throws InterruptedException {
    journal = waiting(Duration.ofHours(1));
    journal.event("barge_in", Map.of("heardMs", 100));
    run();

    journal.line(line(1));

    assertThat(lineArrived.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(arrived).hasSize(2);
    assertThat(posts).isOne();
  }

  @Test
  void whatIsLeftAtTheCloseIsStillDelivered() throws InterruptedException {
    refusals = 2;
    journal.line(line(1));
    journal.close();
    run();

    assertThat(emptied.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();

    assertThat(seqs()).containsExactly(1);
  }

  @Test
  void manyLinesGoInFewPosts() {
    for (int i = 1; i <= 100; i++) {
      journal.line(line(i));
    }
    run();

    assertThat(journal.awaitDelivered(SOON)).isTrue();

    assertThat(posts).isOne();
  }

  @Test
  void eventsGiveWayWhenTheSpoolIsFullLinesNever() {
    for (int i = 1; i <= 3_000; i++) {
      journal.event("barge_in", Map.of());
    }
    journal.line(line(1));
    run();

    assertThat(journal.awaitDelivered(SOON)).isTrue();

    assertThat(arrived).hasSize(2_001);
    assertThat(seqs()).containsExactly(1);
  }

  @Test
  void aFullSpoolDoesNotMakeTheCallWait() {
    journal.line(line(1));

    assertThat(journal.awaitDelivered(Duration.ZERO)).isFalse();

    run();
  }

  private ApiJournal waiting(Duration eventsWait) {
    return new ApiJournal(
        new UUID(0, 1),
        new UUID(0, 2),
        () -> Instant.EPOCH,
        eventsWait,
        this::deliver,
        emptied::countDown);
  }

  private void run() {
    Thread.ofVirtual().start(journal::run);
  }

  private synchronized boolean deliver(UUID tenantId, UUID callId, List<ApiJournal.Entry> batch) {
    posts++;
    if (refusals-- > 0) {
      return false;
    }
    arrived.addAll(batch);
    if (batch.stream().anyMatch(ApiJournal.Entry.Line.class::isInstance)) {
      lineArrived.countDown();
    }
    return true;
  }

  private synchronized List<Integer> seqs() {
    return arrived.stream()
        .filter(ApiJournal.Entry.Line.class::isInstance)
        .map(entry -> ((ApiJournal.Entry.Line) entry).line().seq())
        .toList();
  }

  private static TranscriptLine line(int seq) {
    return new TranscriptLine(seq, Instant.EPOCH, TranscriptLine.Speaker.AGENT, "text", false);
  }
}
