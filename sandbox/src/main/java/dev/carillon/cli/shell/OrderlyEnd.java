package dev.carillon.cli.shell;

import java.util.concurrent.atomic.AtomicInteger;

/// Stops something before the process ends, whatever ends it, and makes an end by signal a success:
/// whoever presses Ctrl-C got what they asked for.
public final class OrderlyEnd {
  private final AtomicInteger exit = new AtomicInteger();

  private OrderlyEnd() {}

  public static OrderlyEnd of(Runnable stop) {
    var end = new OrderlyEnd();
    var thread =
        Thread.ofPlatform()
            .name("end")
            .unstarted(() -> {
              stop.run();
              System.out.flush();
              Runtime.getRuntime().halt(end.exit.get());
            });
    Runtime.getRuntime().addShutdownHook(thread);
    return end;
  }

  /// The process is to end with 1.
  public void failed() {
    exit.set(1);
  }
}
