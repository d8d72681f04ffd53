package dev.carillon.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carillon.account.AccountRef;
import dev.carillon.account.DialPump;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.ActivityInfo;
import io.temporal.activity.ActivityInterface;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.Header;
import io.temporal.testing.TestActivityEnvironment;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.worker.WorkerFactoryOptions;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class UnderwayTest {
  private static final UUID NOBODY = new UUID(0, 0);

  private final Underway underway = new Underway();

  @Test
  void nothingIsWaitedForWhereNothingIsUnderWay() throws InterruptedException {
    underway.begun("CallBook_close");
    underway.ended("CallBook_close");

    assertThat(underway.awaitNone(Duration.ZERO, Duration.ZERO)).isTrue();
  }

  @Test
  void pumpAndSweepAreNotWaitedFor() throws InterruptedException {
    underway.begun("DialPump_run");
    underway.begun("CarrierSweep_run");

    assertThat(underway.awaitNone(Duration.ZERO, Duration.ZERO)).isTrue();
  }

  @Test
  void anActivityIsWaitedForNoLongerThanItTakes()
      throws InterruptedException, ExecutionException, TimeoutException {
    underway.begun("Telephony_place");
    assertThat(underway.awaitNone(Duration.ZERO, Duration.ZERO)).isFalse();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var waiting =
          threads.submit(() -> underway.awaitNone(Duration.ofMillis(1), Duration.ofMinutes(1)));
      underway.ended("Telephony_place");

      assertThat(waiting.get(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void oneThatWasHandedOverAndHasNotBegunIsWaitedFor() throws InterruptedException {
    var hour = Duration.ofHours(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var waiting = threads.submit(() -> underway.awaitNone(hour, hour));
      assertThatThrownBy(() -> waiting.get(50, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);
      waiting.cancel(true);
    }

    assertThat(underway.awaitNone(Duration.ofMillis(1), hour)).isTrue();
    assertThat(underway.awaitNone(hour, Duration.ofMillis(1))).isTrue();
  }

  @Test
  void anActivityCountsFromItsBeginningToItsEnd() throws InterruptedException {
    var during = new ArrayList<Boolean>();
    var interceptor = underway.interceptActivity(new Looking(during));

    interceptor.init(context("Telephony_place"));
    interceptor.execute(
        new ActivityInboundCallsInterceptor.ActivityInput(Header.empty(), new Object[0]));

    assertThat(during).containsExactly(false);
    assertThat(underway.awaitNone(Duration.ZERO, Duration.ZERO)).isTrue();
  }

  /// Says only of which type the activity is.
  private static ActivityExecutionContext context(String type) {
    var info = answering(ActivityInfo.class, "getActivityType", type);
    return answering(ActivityExecutionContext.class, "getInfo", info);
  }

  private static <T> T answering(Class<T> kind, String method, Object answer) {
    return kind.cast(
        Proxy.newProxyInstance(
            kind.getClassLoader(),
            new Class<?>[] {kind},
            (_, called, _) -> {
              assertThat(called.getName()).isEqualTo(method);
              return answer;
            }));
  }

  /// An activity that looks whether anything is under way.
  private final class Looking implements ActivityInboundCallsInterceptor {
    private final List<Boolean> none;

    private Looking(List<Boolean> none) {
      this.none = none;
    }

    @Override
    public void init(ActivityExecutionContext context) {}

    @Override
    public ActivityOutput execute(ActivityInput input) {
      try {
        none.add(underway.awaitNone(Duration.ZERO, Duration.ZERO));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return new ActivityOutput(null);
    }
  }

  @Test
  void aRunningActivityIsCountedUntilItHasEnded() throws InterruptedException {
    var options =
        TestEnvironmentOptions.newBuilder()
            .setWorkerFactoryOptions(
                WorkerFactoryOptions.newBuilder()
                    .setWorkerInterceptors(underway, new FailureTranslation())
                    .build())
            .build();
    var none = new ArrayList<Boolean>();
    var environment = TestActivityEnvironment.newInstance(options);
    try {
      environment.registerActivitiesImplementations(
          (DialPump) account -> new DialPump.PumpReport(0, 0, 0),
          (Desk) () -> none.add(nothingUnderWay()));

      environment.newActivityStub(Desk.class).look();
      environment.newActivityStub(DialPump.class).run(new AccountRef(NOBODY, NOBODY));
    } finally {
      environment.close();
    }

    assertThat(none).containsExactly(false);
    assertThat(underway.awaitNone(Duration.ZERO, Duration.ZERO)).isTrue();
  }

  /// An activity of the test's own.
  @ActivityInterface
  public interface Desk {
    void look();
  }

  private boolean nothingUnderWay() {
    try {
      return underway.awaitNone(Duration.ZERO, Duration.ZERO);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
