package dev.carillon.activities.postgres;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the database is reached: `DATABASE_URL`, `DATABASE_USER` and so on.
///
/// @param user a plain role: neither owner nor superuser, so that row-level security binds it
/// @param migrationUser the owner that migrates; without one the schema is taken as it is
/// @param statementTimeout how long one statement may run before the server ends it
/// @param lockTimeout how long one statement may wait for a lock
@ConfigurationProperties("database")
public record DatabaseProperties(
    @DefaultValue("jdbc:postgresql://127.0.0.1:15432/carillon") String url,
    @DefaultValue("carillon_app") String user,
    @DefaultValue("") String password,
    @Nullable String migrationUser,
    @DefaultValue("") String migrationPassword,
    @DefaultValue("16") int poolSize,
    @DefaultValue("15s") Duration statementTimeout,
    @DefaultValue("5s") Duration lockTimeout) {

  @Override
  public String toString() {
    return "DatabaseProperties[user=%s, poolSize=%d]".formatted(user, poolSize);
  }
}
