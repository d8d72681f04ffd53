package dev.carillon.activities.postgres.dialling;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The queue's writing end, for whoever wants somebody dialled, and what dialling costs.
@Configuration(proxyBeanMethods = false)
public class DialQueueConfiguration {
  @Bean
  DialQueue dialQueue(JdbcClient jdbc) {
    return new DialQueue(jdbc);
  }

  @Bean
  CallPrice callPrice(Environment environment) {
    return CallPrice.from(environment);
  }
}
