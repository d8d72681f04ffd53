package dev.carillon.api;

import dev.carillon.activities.postgres.TestDatabase;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/// The API as it is started for real, on a database of its own and a free port; without Temporal
/// unless the settings name one.
public final class RunningApi implements AutoCloseable {
  public static final String PUBLIC_URL = "http://127.0.0.1:1";
  public static final String ACCOUNT = "AC00000000000000000000000000000001";
  public static final String AUTH_TOKEN = "the-carriers-token";
  public static final String LINK_KEY = "YS1saW5rLWtleS1mb3ItdGVzdHMtMzItYnl0ZXMtbG9uZw";
  public static final String INTERNAL_TOKEN = "an-internal-token-for-tests";

  private final TestDatabase database;
  private final ConfigurableApplicationContext context;

  private RunningApi(TestDatabase database, ConfigurableApplicationContext context) {
    this.database = database;
    this.context = context;
  }

  /// Starts it, migrated and with the default tenant.
  ///
  /// @param settings more of them, as `--carillon.door.token=…`
  public static RunningApi start(String... settings) {
    var database = TestDatabase.fresh();
    var properties = database.properties();
    var arguments = new ArrayList<>(List.of(settings));
    arguments.add("--server.port=" + System.getProperty("carillon.test.port", "0"));
    arguments.add("--database.url=" + properties.url());
    arguments.add("--database.user=" + properties.user());
    arguments.add("--database.password=" + properties.password());
    if (arguments.stream().noneMatch(setting -> setting.startsWith("--TEMPORAL_ADDRESS="))) {
      arguments.add("--TEMPORAL_ADDRESS=127.0.0.1:1");
    }
    arguments.add("--PUBLIC_URL=" + PUBLIC_URL);
    arguments.add("--CARILLON_HOME=" + System.getProperty("carillon.test.home", "target/home"));
    arguments.add("--MEDIA_PUBLIC_URL=ws://127.0.0.1:2");
    arguments.add("--TWILIO_ACCOUNT_SID=" + ACCOUNT);
    arguments.add("--TWILIO_AUTH_TOKEN=" + AUTH_TOKEN);
    arguments.add("--CARILLON_LINK_KEY=" + LINK_KEY);
    arguments.add("--CARILLON_INTERNAL_TOKEN=" + INTERNAL_TOKEN);
    arguments.add("--CARILLON_CODEC_KEYS=test:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
    return new RunningApi(database, ApiMain.start(arguments.toArray(String[]::new)));
  }

  public int port() {
    var server = ((ServletWebServerApplicationContext) context).getWebServer();
    return server == null ? -1 : server.getPort();
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + port());
  }

  public TestDatabase database() {
    return database;
  }

  public <T> T part(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
    database.close();
  }

  /// Runs until it is ended, for trying things by hand.
  public static void main(String[] settings) throws InterruptedException {
    try (var api = start(settings)) {
      IO.println("READY " + api.address());
      Thread.currentThread().join();
    }
  }
}
