package dev.carillon.cli.shell;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A steady rhythm at which something is looked at.
public record Ticks(Duration every) {
  public void await() throws InterruptedException {
    if (new CountDownLatch(1).await(every.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException("nobody opens this latch");
    }
  }
}
