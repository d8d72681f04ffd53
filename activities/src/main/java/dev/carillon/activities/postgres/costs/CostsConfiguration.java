package dev.carillon.activities.postgres.costs;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Prices and what is made of them.
@Configuration(proxyBeanMethods = false)
public class CostsConfiguration {
  @Bean
  Costs costs(JdbcClient jdbc, Environment environment) {
    return Costs.of(jdbc, environment.getProperty("CARILLON_PRICES", ""));
  }
}
