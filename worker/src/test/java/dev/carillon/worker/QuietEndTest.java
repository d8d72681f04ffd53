package dev.carillon.worker;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.spi.FilterReply;
import io.temporal.client.ActivityWorkerShutdownException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QuietEndTest {

  @Test
  void anActivityThatEndsWithItsWorkerIsNoNews() {
    assertThat(reply(new ActivityWorkerShutdownException())).isEqualTo(FilterReply.DENY);
  }

  @Test
  void everyOtherFailureIs() {
    assertThat(reply(new IllegalStateException())).isEqualTo(FilterReply.NEUTRAL);
    assertThat(reply(null)).isEqualTo(FilterReply.NEUTRAL);
  }

  private static FilterReply reply(@Nullable Throwable failure) {
    var logger = new LoggerContext().getLogger("sdk");
    return new QuietEnd().decide(null, logger, Level.WARN, "Activity failure", null, failure);
  }
}
