package dev.carillon.activities.postgres.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.account.CarrierDirectory;
import dev.carillon.activities.postgres.Books;
import dev.carillon.activities.postgres.TestDatabase;
import dev.carillon.activities.postgres.costs.Costs;
import dev.carillon.call.CallState;
import dev.carillon.phone.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class CarrierSweepTest {
  @AutoClose private final TestDatabase database = TestDatabase.fresh();
  private final Books books = new Books(database);
  private final ListedCalls carrier = new ListedCalls();

  @AutoClose
  private final PostgresCarrierSweep sweep =
      new PostgresCarrierSweep(
          database.transactions(),
          new Quiet(database.jdbc()),
          new CallRows(
              database.jdbc(), books.events(), database.jsonb(), Costs.of(database.jdbc(), "")),
          new Inbox(database.transactions(), database.jdbc(), database.jsonb(), database.clock()),
          carrier,
          _ -> {},
          database.clock(),
          true);

  @Test
  void aCallThatRingsQuietlyIsAskedAfterInTenSeconds() throws InterruptedException {
    var call = placed(CallState.RINGING, "CA1");
    carrier.calls.put("CA1", "busy");

    after(Duration.ofSeconds(9));
    assertThat(carrier.asked).hasValue(0);

    after(Duration.ofSeconds(1));
    assertThat(inbox(call)).containsExactly("busy");
  }

  @Test
  void aTalkIsAskedAfterInThirtySecondsButSoonOnceItsStreamIsOver() throws InterruptedException {
    placed(CallState.IN_PROGRESS, "CA1");
    var ended = placed(CallState.IN_PROGRESS, "CA2");
    books.write(
        "update call set stream_end = '{\"hangUp\": true}' where id = :c", Map.of("c", ended));
    carrier.calls.put("CA1", "in-progress");
    carrier.calls.put("CA2", "completed");

    after(Duration.ofSeconds(3));
    assertThat(carrier.asked).hasValue(1);
    assertThat(inbox(ended)).containsExactly("completed");

    books.write("update call set state = 'ENDED' where id = :c", Map.of("c", ended));
    after(Duration.ofSeconds(27));
    assertThat(carrier.asked).hasValue(2);
  }

  @Test
  void theSameAnswerIsPutIntoTheInboxOnce() throws InterruptedException {
    var call = placed(CallState.QUEUED, "CA1");
    carrier.calls.put("CA1", "ringing");

    after(Duration.ofSeconds(10));
    after(Duration.ofSeconds(10));

    assertThat(carrier.asked).hasValue(2);
    assertThat(inbox(call)).containsExactly("ringing");
  }

  @Test
  void anUnclearCallIsFoundByItsNumbers() throws InterruptedException {
    var call = books.call(null, books.contact(), CallState.UNKNOWN);
    carrier.calls.put("CA7", "ringing");

    after(Duration.ofSeconds(1));
    assertThat(carrier.asked).hasValue(0);

    after(Duration.ofSeconds(1));
    assertThat(inbox(call)).containsExactly("ringing");
  }

  @Test
  void anotherAttemptsCallIsNotTakenForThisOne() throws InterruptedException {
    placed(CallState.IN_PROGRESS, "CA7");
    carrier.calls.put("CA7", "in-progress");
    var call = books.call(null, books.contact(), CallState.UNKNOWN);

    after(Duration.ofSeconds(2));

    assertThat(inbox(call)).isEmpty();
  }

  @Test
  void afterSixVainSearchesItWasNeverPlaced() throws InterruptedException {
    var call = books.call(null, books.contact(), CallState.UNKNOWN);
    var searched = new ArrayList<Integer>();

    for (int second = 1; second <= 120; second++) {
      var before = carrier.asked.get();
      after(Duration.ofSeconds(1));
      if (carrier.asked.get() > before) {
        searched.add(second);
      }
    }

    assertThat(searched).containsExactly(2, 5, 10, 20, 40, 90);
    assertThat(
            books.value("select body ->> 'NeverPlaced' from webhook_inbox where call_id = ?", call))
        .isEqualTo("true");
  }

  @Test
  void aRequestWhoseSenderDiedIsUnclearAfterTwentySeconds() throws InterruptedException {
    var call = books.call(null, books.contact(), CallState.SUBMITTING);

    after(Duration.ofSeconds(19));
    assertThat(books.callState(call)).isEqualTo("SUBMITTING");

    after(Duration.ofSeconds(1));
    assertThat(books.callState(call)).isEqualTo("UNKNOWN");
    assertThat(carrier.asked).hasValue(1);
  }

  @Test
  void aCarrierThatCannotBeAskedSaysNothing() throws InterruptedException {
    var call = books.call(null, books.contact(), CallState.UNKNOWN);
    carrier.away.set(true);

    after(Duration.ofSeconds(200));

    assertThat(books.value("select searches from call where id = ?", call)).isEqualTo("0");
    assertThat(inbox(call)).isEmpty();
  }

  private UUID placed(CallState state, String sid) {
    var call = books.call(null, books.contact(), state);
    books.write(
        "update call set provider_call_id = :sid where id = :call",
        Map.of("sid", sid, "call", call));
    return call;
  }

  private void after(Duration time) throws InterruptedException {
    database.clock().advance(time);
    var _ = sweep.look(database.account());
  }

  private List<String> inbox(UUID call) {
    return books.read(
        "select body ->> 'CallStatus' from webhook_inbox where call_id = ? order by id", call);
  }

  /// A carrier's books with the status of each call; a search finds all of them.
  private static final class ListedCalls implements CarrierDirectory {
    final Map<String, String> calls = new ConcurrentHashMap<>();
    final AtomicBoolean away = new AtomicBoolean();
    final AtomicInteger asked = new AtomicInteger();

    @Override
    public Optional<CarrierCall> find(String providerCallId) {
      count();
      return Optional.ofNullable(calls.get(providerCallId))
          .map(status -> call(providerCallId, status, null));
    }

    @Override
    public List<CarrierCall> search(PhoneNumber to, PhoneNumber from, Instant since) {
      count();
      return calls.entrySet().stream()
          .map(entry -> call(entry.getKey(), entry.getValue(), since))
          .toList();
    }

    private void count() {
      asked.incrementAndGet();
      if (away.get()) {
        throw new IllegalStateException("no answer");
      }
    }

    private static CarrierCall call(String sid, String status, @Nullable Instant created) {
      return new CarrierCall(sid, status, created, null, null, null, null);
    }
  }
}
