package dev.carillon.api.console.calls;

import dev.carillon.activities.postgres.Jsonb;
import dev.carillon.activities.postgres.settings.Agents;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The pages of this package.
@Configuration(proxyBeanMethods = false)
@Import({CallPages.class, CallActions.class})
public class CallConsole {

  @Bean
  CallBoard callBoard(JdbcClient jdbc) {
    return new CallBoard(jdbc);
  }

  @Bean
  Choices choices(Agents agents) {
    return new Choices(agents);
  }

  @Bean
  CallStory callStory(JdbcClient jdbc, Jsonb json) {
    return new CallStory(jdbc, json);
  }
}
