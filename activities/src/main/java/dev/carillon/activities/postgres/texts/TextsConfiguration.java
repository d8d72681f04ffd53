package dev.carillon.activities.postgres.texts;

import dev.carillon.activities.postgres.Ids;
import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.activities.postgres.events.Events;
import dev.carillon.compliance.DialFacts.Guard;
import dev.carillon.conversation.Messaging;
import dev.carillon.conversation.TextCarrier;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Outgoing texts.
@Configuration(proxyBeanMethods = false)
public class TextsConfiguration {

  @Bean
  Messaging messaging(
      JdbcClient jdbc,
      TenantTransactions transactions,
      TextCarrier carrier,
      Events events,
      Guard guard,
      Ids ids,
      InstantSource clock) {
    return new OutgoingTexts(jdbc, transactions, carrier, events, guard, ids, clock);
  }

  @Bean
  TextFacts textFacts(JdbcClient jdbc) {
    return new TextFacts(jdbc);
  }
}
