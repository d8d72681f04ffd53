package dev.carillon.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.booking.AppointmentCalendar.AppointmentOrder;
import dev.carillon.call.Acknowledged;
import dev.carillon.policy.ProviderState;
import dev.carillon.policy.TaskQueues;
import io.temporal.client.WorkflowOptions;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestWorkflowEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BookingWorkflowTest {
  private static final BookingRef BOOKING = new BookingRef(new UUID(0, 1), new UUID(0, 2));

  private final FakeBook book = new FakeBook();
  private final FakeCalendar calendar = new FakeCalendar();
  private final TestWorkflowEnvironment temporal = TestWorkflowEnvironment.newInstance();

  @BeforeEach
  void start() {
    var calls = temporal.newWorker(TaskQueues.CALLS);
    calls.registerWorkflowImplementationTypes(BookingWorkflowImpl.class);
    calls.registerActivitiesImplementations(book);
    temporal.newWorker(TaskQueues.AFTER_CALL).registerActivitiesImplementations(calendar);
    temporal.start();
  }

  @AfterEach
  void stop() {
    temporal.close();
  }

  @Test
  void whatWasBookedStandsInTheCalendar() {
    run();

    assertThat(calendar.done).containsExactly("put 1");
    assertThat(book.settled).containsExactly(1);
  }

  @Test
  void aCalendarThatIsAwayIsAskedAgainUntilItTakesTheAppointment() {
    calendar.failures.set(25);

    run();

    assertThat(calendar.done).containsExactly("put 1");
    assertThat(book.settled).containsExactly(1);
    assertThat(book.takenBack).isEmpty();
  }

  @Test
  void whatTheCalendarRefusesIsTakenBackWithWordToThePerson() {
    calendar.refuses = true;

    run();

    assertThat(book.takenBack).containsExactly(1);
    assertThat(calendar.done).containsExactly("remove");
    assertThat(book.settled).containsExactly(2);
  }

  @Test
  void whatWasCancelledLeavesTheCalendar() {
    book.cancelled = true;

    run();

    assertThat(calendar.done).containsExactly("remove");
  }

  @Test
  void whatTheCalendarHasAlreadyIsLeftAlone() {
    book.alreadySettled = true;

    run();

    assertThat(calendar.done).isEmpty();
  }

  @Test
  void aChangeWhileTheCalendarIsWrittenIsWrittenNext() {
    calendar.whileWriting =
        () -> {
          if (book.revision == 1) {
            book.revision = 2;
            temporal
                .getWorkflowClient()
                .newWorkflowStub(BookingWorkflow.class, "booking")
                .changed();
          }
        };

    run();

    assertThat(calendar.done).containsExactly("put 1", "put 2");
    assertThat(book.settled).containsExactly(1, 2);
  }

  private void run() {
    temporal
        .getWorkflowClient()
        .newWorkflowStub(
            BookingWorkflow.class,
            WorkflowOptions.newBuilder()
                .setWorkflowId("booking")
                .setTaskQueue(TaskQueues.CALLS)
                .build())
        .run(BOOKING);
  }

  private static final class FakeBook implements BookingBook {
    private final List<Integer> settled = new CopyOnWriteArrayList<>();
    private final List<Integer> takenBack = new CopyOnWriteArrayList<>();
    private volatile int revision = 1;
    private volatile boolean cancelled;
    private volatile boolean alreadySettled;

    @Override
    public Wanted wanted(BookingRef booking) {
      var begin = Instant.parse("2026-06-02T16:00:00Z").plusSeconds(revision);
      var entry =
          new AppointmentOrder(
              booking.tenantId(),
              booking.appointmentId(),
              begin,
              Duration.ofHours(1),
              String.valueOf(revision),
              null,
              null,
              null);
      return new Wanted(revision, alreadySettled, cancelled, entry);
    }

    @Override
    public Acknowledged settled(Settlement settlement) {
      settled.add(settlement.revision());
      return new Acknowledged(true);
    }

    @Override
    public Acknowledged takeBack(TakeBack order) {
      takenBack.add(order.revision());
      cancelled = true;
      revision = order.revision() + 1;
      return new Acknowledged(true);
    }
  }

  private static final class FakeCalendar implements AppointmentCalendar {
    private final List<String> done = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile boolean refuses;
    private volatile @Nullable Runnable whileWriting;

    @Override
    public ProviderState state(StateQuery query) {
      return new ProviderState.Ready();
    }

    @Override
    public BusyTimes busy(BusyQuery query) {
      return new BusyTimes(true, List.of());
    }

    @Override
    public CalendarEntry book(AppointmentOrder order) {
      if (failures.getAndDecrement() > 0) {
        throw ApplicationFailure.newFailure("away", "UNAVAILABLE");
      }
      if (refuses) {
        throw ApplicationFailure.newNonRetryableFailure("no", "REJECTED");
      }
      var meanwhile = whileWriting;
      if (meanwhile != null) {
        meanwhile.run();
      }
      done.add("put " + order.title());
      return new CalendarEntry.Written("event", "link", true, false);
    }

    @Override
    public CalendarEntry move(AppointmentOrder order) {
      return book(order);
    }

    @Override
    public CalendarEntry cancel(Cancellation cancellation) {
      done.add("remove");
      return new CalendarEntry.Removed();
    }
  }
}
