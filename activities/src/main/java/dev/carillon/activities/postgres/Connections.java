package dev.carillon.activities.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

/// Opens connections: pooled ones for the repositories, single ones for whoever listens.
final class Connections {
  private static final Duration WAIT_FOR_CONNECTION = Duration.ofSeconds(3);
  private static final Duration VALIDATION = Duration.ofSeconds(1);
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(30);
  private static final Duration LIFETIME = Duration.ofMinutes(10);
  private static final Duration IDLE = Duration.ofMinutes(5);
  private static final Duration IDLE_TRANSACTION = Duration.ofSeconds(30);

  private Connections() {}

  static HikariDataSource pool(DatabaseProperties properties) {
    var config = new HikariConfig();
    config.setPoolName("carillon");
    config.setJdbcUrl(properties.url());
    config.setUsername(properties.user());
    config.setPassword(properties.password());
    config.setMaximumPoolSize(properties.poolSize());
    config.setMinimumIdle(Math.min(2, properties.poolSize()));
    config.setConnectionTimeout(WAIT_FOR_CONNECTION.toMillis());
    config.setValidationTimeout(VALIDATION.toMillis());
    config.setKeepaliveTime(KEEP_ALIVE.toMillis());
    config.setMaxLifetime(LIFETIME.toMillis());
    config.setIdleTimeout(IDLE.toMillis());
    // A database that comes up a moment later is no reason to give up: each request waits for one.
    config.setInitializationFailTimeout(-1);
    config.setDataSourceProperties(driverProperties(properties));
    return new HikariDataSource(config);
  }

  /// A connection of its own, outside the pool; the caller closes it.
  static Connection single(DatabaseProperties properties) throws SQLException {
    var driver = driverProperties(properties);
    driver.setProperty("user", properties.user());
    driver.setProperty("password", properties.password());
    return DriverManager.getConnection(properties.url(), driver);
  }

  private static Properties driverProperties(DatabaseProperties properties) {
    var driver = new Properties();
    // The server's details quote the row: a phone number would end in exception texts and logs.
    driver.setProperty("logServerErrorDetail", "false");
    driver.setProperty("connectTimeout", "3");
    driver.setProperty("tcpKeepAlive", "true");
    driver.setProperty("socketTimeout", Long.toString(60));
    driver.setProperty("ApplicationName", "carillon");
    driver.setProperty("reWriteBatchedInserts", "true");
    driver.setProperty(
        "options",
        "-c statement_timeout=%d -c lock_timeout=%d -c idle_in_transaction_session_timeout=%d"
            .formatted(
                properties.statementTimeout().toMillis(),
                properties.lockTimeout().toMillis(),
                IDLE_TRANSACTION.toMillis()));
    return driver;
  }
}
