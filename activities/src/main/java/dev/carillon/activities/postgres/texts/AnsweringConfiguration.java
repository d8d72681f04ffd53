package dev.carillon.activities.postgres.texts;

import dev.carillon.activities.postgres.Jsonb;
import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.activities.postgres.prompts.Prompts;
import dev.carillon.conversation.Messaging;
import dev.carillon.conversation.TextDesk;
import dev.carillon.conversation.TextMind;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The answering of texts, for the worker.
@Configuration(proxyBeanMethods = false)
public class AnsweringConfiguration {

  @Bean
  TextDesk textDesk(
      TenantTransactions transactions,
      JdbcClient jdbc,
      Jsonb json,
      Prompts prompts,
      TextMind mind,
      Messaging messaging,
      Environment environment,
      InstantSource clock) {
    return new PostgresTextDesk(
        transactions, jdbc, json, prompts, mind, messaging, memory(environment), clock);
  }

  private static Duration memory(Environment environment) {
    return Duration.parse(environment.getProperty("CARILLON_TEXT_MEMORY", "PT30M"));
  }
}
