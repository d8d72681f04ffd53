package dev.carillon.activities.postgres.events;

import dev.carillon.activities.postgres.Jsonb;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Wires the event log, the webhook inbox, transcripts, texts and timelines.
@Configuration(proxyBeanMethods = false)
public class EventsConfiguration {
  @Bean
  Events events(JdbcClient jdbc, Jsonb json) {
    return new Events(jdbc, json);
  }

  @Bean
  WebhookInbox webhookInbox(JdbcClient jdbc, Jsonb json) {
    return new WebhookInbox(jdbc, json);
  }

  @Bean
  Transcripts transcripts(JdbcClient jdbc) {
    return new Transcripts(jdbc);
  }

  @Bean
  Messages messages(JdbcClient jdbc) {
    return new Messages(jdbc);
  }

  @Bean
  Timeline timeline(JdbcClient jdbc) {
    return new Timeline(jdbc);
  }
}
