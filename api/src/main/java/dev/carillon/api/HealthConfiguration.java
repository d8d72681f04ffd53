package dev.carillon.api;

import dev.carillon.account.AccountRef;
import dev.carillon.activities.postgres.TenantTransactions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// `/health` and what it counts.
@Configuration(proxyBeanMethods = false)
@Import(HealthController.class)
class HealthConfiguration {

  @Bean
  LiveCallCount liveCallCount(
      JdbcClient jdbc, TenantTransactions transactions, AccountRef account) {
    return new LiveCallCount(jdbc, transactions, account);
  }
}
