package dev.carillon.activities.postgres;

import com.zaxxer.hikari.HikariDataSource;
import dev.carillon.account.AccountRef;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/// A real PostgreSQL for tests: one server per JVM, a database of its own per test class, with the
/// roles of production: an owner that migrates and a plain role for the application. Hold it in a
/// static field annotated with `@AutoClose`.
public final class TestDatabase implements AutoCloseable {
  /// The tenant that [Bootstrap] has made in it.
  public static final UUID TENANT = Bootstrap.DEFAULT_TENANT;

  private static final String OWNER = "carillon_owner";
  private static final String APP = "carillon_app";
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final DatabaseProperties properties;
  private final HikariDataSource dataSource;
  private final JdbcClient jdbc;
  private final TenantTransactions transactions;
  private final MovableClock clock = new MovableClock(Instant.parse("2026-06-02T17:00:00Z"));
  private final Ids ids = new Ids(clock, new SecureRandom());
  private final AccountRef account;

  private TestDatabase(DatabaseProperties properties) {
    this.properties = properties;
    this.dataSource = Connections.pool(properties);
    this.jdbc = JdbcClient.create(dataSource);
    this.transactions = new TenantTransactions(new TenantTransactionManager(dataSource));
    this.account =
        new Bootstrap(jdbc, transactions, ids, clock)
            .run(
                new BootstrapProperties(
                    "Carillon Garage",
                    "America/New_York",
                    "+12125550100",
                    null,
                    "AC00000000000000000000000000000001",
                    BigDecimal.valueOf(50),
                    100));
  }

  /// A migrated database with the default tenant, its business and its carrier account.
  public static TestDatabase fresh() {
    var name = "test_" + COUNT.incrementAndGet();
    Server.sql("create database %s template migrated owner %s".formatted(name, OWNER));
    return new TestDatabase(Server.properties(name));
  }

  /// A database without any table, owned by the migrating role.
  static DatabaseProperties empty() {
    var name = "empty_" + COUNT.incrementAndGet();
    Server.sql("create database %s owner %s".formatted(name, OWNER));
    return Server.properties(name);
  }

  public DatabaseProperties properties() {
    return properties;
  }

  public HikariDataSource dataSource() {
    return dataSource;
  }

  public JdbcClient jdbc() {
    return jdbc;
  }

  public TenantTransactions transactions() {
    return transactions;
  }

  /// The manager that transactions of production run under.
  JdbcTransactionManager transactionManager() {
    return new TenantTransactionManager(dataSource);
  }

  public MovableClock clock() {
    return clock;
  }

  public Ids ids() {
    return ids;
  }

  public Jsonb jsonb() {
    return new Jsonb();
  }

  public Listening.Factory listening() {
    return new Listening.Factory(properties);
  }

  /// The default tenant's carrier account: 50 calls a second, 100 at once.
  public AccountRef account() {
    return account;
  }

  /// Runs one statement as the superuser, to whom no policy applies.
  public void asSuperuser(String sql) {
    Server.sqlIn(properties.url(), sql);
  }

  @Override
  public void close() {
    dataSource.close();
  }

  /// The server, started when the first test needs it and ended with the JVM.
  private static final class Server {
    private static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        var postgres =
            EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("max_connections", "200")
                .setServerConfig("log_error_verbosity", "terse")
                .setServerConfig("log_min_error_statement", "panic")
                .start();
        var admin = postgres.getJdbcUrl("postgres", "postgres");
        sqlIn(admin, "create role %s login password 'owner'".formatted(OWNER));
        sqlIn(admin, "create role %s login password 'app'".formatted(APP));
        sqlIn(admin, "create database migrated owner " + OWNER);
        new Migrations(properties(postgres, "migrated")).run();
        return postgres;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    static DatabaseProperties properties(String database) {
      return properties(POSTGRES, database);
    }

    private static DatabaseProperties properties(EmbeddedPostgres postgres, String database) {
      return new DatabaseProperties(
          "jdbc:postgresql://127.0.0.1:%d/%s".formatted(postgres.getPort(), database),
          APP,
          "app",
          OWNER,
          "owner",
          12,
          Duration.ofSeconds(15),
          Duration.ofSeconds(5));
    }

    static void sql(String sql) {
      sqlIn(POSTGRES.getJdbcUrl("postgres", "postgres"), sql);
    }

    static void sqlIn(String url, String sql) {
      var asAdmin = url.contains("user=") ? url : url + "?user=postgres";
      try (var connection = DriverManager.getConnection(asAdmin);
          var statement = connection.createStatement()) {
        statement.execute(sql);
      } catch (SQLException e) {
        throw new IllegalStateException("the test server refused a statement", e);
      }
    }
  }
}
