package dev.carillon.worker;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.temporal.client.ActivityWorkerShutdownException;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

class QuietEndTest {

  private final ListAppender<ILoggingEvent> written = new ListAppender<>();
  private final Logger log = logger();

  @Test
  void anActivityThatEndsWithItsWorkerIsNoNews() {
    var failure = new ActivityWorkerShutdownException();

    log.warn("Activity failure. ActivityId={}, activityType={}", "1", "DialPump_run", failure);
    log.warn("Activity failure", failure);
    log.atWarn().setCause(failure).log("Activity failure");

    assertThat(written.list).isEmpty();
  }

  @Test
  void everyOtherFailureIs() {
    log.warn("Activity failure. ActivityId={}", "1", new IllegalStateException());
    log.warn("Activity failure", new IllegalStateException());
    log.info("nothing failed, of {}", "one");

    assertThat(written.list).hasSize(3);
  }

  private Logger logger() {
    var context = new LoggerContext();
    context.addTurboFilter(new QuietEnd());
    written.setContext(context);
    written.start();
    var logger = context.getLogger("sdk");
    logger.addAppender(written);
    return logger;
  }
}
