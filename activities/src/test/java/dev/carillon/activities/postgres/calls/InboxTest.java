package dev.carillon.activities.postgres.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carillon.activities.postgres.Books;
import dev.carillon.activities.postgres.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InboxTest {
  private static final UUID TENANT = TestDatabase.TENANT;

  @AutoClose private static final TestDatabase database = TestDatabase.fresh();
  private static final Books books = new Books(database);

  private final Inbox inbox =
      new Inbox(database.transactions(), database.jdbc(), database.jsonb(), database.clock());

  @BeforeEach
  void emptyInbox() {
    books.write("delete from webhook_inbox", Map.of());
  }

  @Test
  void theSameNewsIsKeptOnce() {
    assertThat(add("a")).isTrue();
    assertThat(add("a")).isFalse();
  }

  @Test
  void newsIsTakenOldestFirstAndOnce() {
    add("a");
    add("b");
    var seen = new ArrayList<String>();

    while (inbox.next(TENANT, item -> seen.add(item.parameters().get("key")))) {
      // Until there is nothing left.
    }

    assertThat(seen).containsExactly("a", "b");
  }

  @Test
  void threadsThatWorkTogetherTakeEachPieceOnce() throws InterruptedException, ExecutionException {
    IntStream.range(0, 200).forEach(i -> add("key" + i));
    List<String> seen = new CopyOnWriteArrayList<>();

    try (var threads = Executors.newFixedThreadPool(8)) {
      var all =
          IntStream.range(0, 8)
              .mapToObj(_ ->
                  threads.submit(() -> {
                    while (inbox.next(TENANT, item -> seen.add(item.parameters().get("key")))) {
                      // Until there is nothing left.
                    }
                    return true;
                  }))
              .toList();
      for (var one : all) {
        assertThat(one.get()).isTrue();
      }
    }

    assertThat(seen).hasSize(200).doesNotHaveDuplicates();
  }

  @Test
  void failedWorkLeavesNothingBehindAndIsTriedLaterAndLater() {
    var contact = books.contact();
    add("a");

    failingWork(contact);
    assertThat(books.value("select name from contact where id = ?", contact))
        .isEqualTo("Ada Byron");
    assertThat(inbox.next(TENANT, _ -> {})).isFalse();

    database.clock().advance(Duration.ofMillis(200));
    failingWork(contact);
    database.clock().advance(Duration.ofMillis(200));
    assertThat(inbox.next(TENANT, _ -> {})).isFalse();
    database.clock().advance(Duration.ofMillis(200));
    assertThat(inbox.next(TENANT, _ -> {})).isTrue();
  }

  @Test
  void aPieceThatFailsDoesNotHoldUpTheOthers() {
    var contact = books.contact();
    add("a");
    add("b");
    failingWork(contact);
    var seen = new ArrayList<String>();

    inbox.next(TENANT, item -> seen.add(item.parameters().get("key")));

    assertThat(seen).containsExactly("b");
  }

  private void failingWork(UUID contact) {
    assertThatThrownBy(() ->
            inbox.next(
                TENANT,
                _ -> {
                  books.write("update contact set name = 'x' where id = :c", Map.of("c", contact));
                  throw new IllegalStateException("Temporal is away");
                }))
        .isInstanceOf(IllegalStateException.class);
  }

  private boolean add(String key) {
    return database
        .transactions()
        .in(TENANT, () -> inbox.add(TENANT, "status", key, null, Map.of("key", key), books.now()));
  }
}
