package dev.carillon.activities.postgres.outcomes;

import dev.carillon.activities.postgres.events.Events;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Wires the writer of outcomes.
@Configuration(proxyBeanMethods = false)
public class OutcomesConfiguration {
  @Bean
  Outcomes outcomes(JdbcClient jdbc, Events events) {
    return new Outcomes(jdbc, events);
  }
}
