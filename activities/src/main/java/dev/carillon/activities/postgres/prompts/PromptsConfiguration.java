package dev.carillon.activities.postgres.prompts;

import dev.carillon.activities.postgres.Jsonb;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Prompts, for whoever lets a model talk or write.
@Configuration(proxyBeanMethods = false)
public class PromptsConfiguration {

  @Bean
  Prompts prompts(Jsonb json) {
    return new Prompts(json);
  }

  @Bean
  PastTalks pastTalks(JdbcClient jdbc) {
    return new PastTalks(jdbc);
  }
}
