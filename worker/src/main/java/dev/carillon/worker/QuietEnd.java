package dev.carillon.worker;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import io.temporal.client.ActivityWorkerShutdownException;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/// Leaves out of the log that pump and sweep end with their worker: the SDK reports it with a stack
/// trace each time, although it is how they are meant to end.
final class QuietEnd extends TurboFilter {

  /// Sets it up for the whole process.
  static void install() {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      context.addTurboFilter(new QuietEnd());
    }
  }

  @Override
  public FilterReply decide(
      @Nullable Marker marker,
      Logger logger,
      Level level,
      @Nullable String format,
      Object @Nullable [] parameters,
      @Nullable Throwable failure) {
    return failure instanceof ActivityWorkerShutdownException || last(parameters)
        ? FilterReply.DENY
        : FilterReply.NEUTRAL;
  }

  /// The SDK gives the failure as the last of the message's parameters.
  private static boolean last(Object @Nullable [] parameters) {
    return parameters != null
        && parameters.length > 0
        && parameters[parameters.length - 1] instanceof ActivityWorkerShutdownException;
  }
}
