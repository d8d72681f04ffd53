package dev.carillon.platform.process;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/// Sends signals that Java itself cannot send.
final class Signals {
  private Signals() {}

  static void send(ProcessHandle process, StopSignal signal) {
    switch (signal) {
      case TERM -> process.destroy();
      case INT -> interrupt(process);
    }
  }

  private static void interrupt(ProcessHandle process) {
    try {
      var kill = new ProcessBuilder("sh", "-c", "kill -INT " + process.pid());
      kill.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
      if (!kill.start().waitFor(2, TimeUnit.SECONDS)) {
        process.destroy();
      }
    } catch (IOException _) {
      process.destroy();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      process.destroy();
    }
  }
}
