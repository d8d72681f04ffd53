package dev.carillon.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class UnderwayTest {
  private final Underway underway = new Underway();

  @Test
  void nothingIsWaitedForWhereNothingIsUnderWay() throws InterruptedException {
    underway.begun("CallBook_close");
    underway.ended("CallBook_close");

    assertThat(underway.awaitNone(Duration.ZERO)).isTrue();
  }

  @Test
  void pumpAndSweepAreNotWaitedFor() throws InterruptedException {
    underway.begun("DialPump_run");
    underway.begun("CarrierSweep_run");

    assertThat(underway.awaitNone(Duration.ZERO)).isTrue();
  }

  @Test
  void anActivityIsWaitedForNoLongerThanItTakes()
      throws InterruptedException, ExecutionException, TimeoutException {
    underway.begun("Telephony_place");
    assertThat(underway.awaitNone(Duration.ZERO)).isFalse();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var waiting = threads.submit(() -> underway.awaitNone(Duration.ofMinutes(1)));
      underway.ended("Telephony_place");

      assertThat(waiting.get(10, TimeUnit.SECONDS)).isTrue();
    }
  }
}
