package dev.carillon.activities.postgres.events;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// Wires the event log.
@Configuration(proxyBeanMethods = false)
public class EventsConfiguration {
  @Bean
  Events events(JdbcClient jdbc) {
    return new Events(jdbc, JsonMapper.builder().build());
  }
}
