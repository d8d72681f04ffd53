package dev.carillon.worker;

import dev.carillon.activities.postgres.TestDatabase;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/// The worker as it is started for real, ended as by SIGTERM.
final class RunningWorker implements AutoCloseable {
  static final String CODEC_KEYS = "test:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

  private final ConfigurableApplicationContext context;
  private final CountDownLatch ending = new CountDownLatch(1);

  RunningWorker(TestDatabase database, RealTemporal temporal, QuietCarrier carrier) {
    var properties = database.properties();
    var settings =
        List.of(
            "--server.port=0",
            "--database.url=" + properties.url(),
            "--database.user=" + properties.user(),
            "--database.password=" + properties.password(),
            "--TEMPORAL_ADDRESS=" + temporal.address(),
            "--CARILLON_CODEC_KEYS=" + CODEC_KEYS,
            "--CARILLON_LINK_KEY=YS1saW5rLWtleS1mb3ItdGVzdHMtMzItYnl0ZXMtbG9uZw",
            "--TWILIO_ACCOUNT_SID=AC00000000000000000000000000000001",
            "--TWILIO_AUTH_TOKEN=test",
            "--TWILIO_PHONE_NUMBER=+12125550100",
            "--TWILIO_API_URL=" + carrier.url(),
            "--ALLOWED_TEST_NUMBERS=+1212812*");
    context = WorkerMain.start(settings.toArray(String[]::new));
    context.addApplicationListener(
        (ApplicationListener<ApplicationEvent>)
            event -> {
              if (event instanceof ContextClosedEvent) {
                ending.countDown();
              }
            });
  }

  /// Ends it on another thread; returns once the ending has begun.
  Thread beginEnd() throws InterruptedException {
    var closing = Thread.ofVirtual().start(this::close);
    ending.await();
    return closing;
  }

  @Override
  public void close() {
    context.close();
  }
}
