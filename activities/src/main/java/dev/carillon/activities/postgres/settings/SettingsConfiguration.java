package dev.carillon.activities.postgres.settings;

import dev.carillon.activities.postgres.Ids;
import dev.carillon.activities.postgres.Jsonb;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Settings in the default database.
@Configuration(proxyBeanMethods = false)
public class SettingsConfiguration {

  @Bean
  Businesses businesses(JdbcClient jdbc, Jsonb jsonb, InstantSource clock) {
    return new Businesses(jdbc, jsonb, clock);
  }

  @Bean
  Agents agents(JdbcClient jdbc, Jsonb jsonb, Ids ids, InstantSource clock) {
    return new Agents(jdbc, jsonb, ids, clock);
  }

  @Bean
  Schedules schedules(JdbcClient jdbc, Jsonb jsonb, Ids ids, InstantSource clock) {
    return new Schedules(jdbc, jsonb, ids, clock);
  }
}
