package dev.carillon.activities.postgres;

import java.util.Map;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the schema up to date as its owner. Applications that start together wait for each other
/// by Flyway's lock.
final class Migrations {
  private static final Logger log = LoggerFactory.getLogger(Migrations.class);
  private static final int CONNECT_TRIES = 20;
  private static final int LOCK_TRIES = 120;

  private final DatabaseProperties properties;

  Migrations(DatabaseProperties properties) {
    this.properties = properties;
  }

  void run() {
    var owner = properties.migrationUser();
    if (owner == null || owner.isBlank()) {
      log.info("no DATABASE_MIGRATION_USER: the schema is taken as it is");
      return;
    }
    if (owner.equals(properties.user())) {
      throw new IllegalStateException(
          "DATABASE_USER and DATABASE_MIGRATION_USER are the same role: "
              + "row-level security needs two");
    }
    var result =
        Flyway.configure()
            .dataSource(properties.url(), owner, properties.migrationPassword())
            .jdbcProperties(Map.of("logServerErrorDetail", "false", "connectTimeout", "3"))
            .placeholders(Map.of("app_role", properties.user()))
            .connectRetries(CONNECT_TRIES)
            .connectRetriesInterval(1)
            .lockRetryCount(LOCK_TRIES)
            .load()
            .migrate();
    log.atInfo().addKeyValue("migrations", result.migrationsExecuted).log("schema is up to date");
  }
}
