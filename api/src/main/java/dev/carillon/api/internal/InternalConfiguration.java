package dev.carillon.api.internal;

import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.activities.postgres.costs.Costs;
import dev.carillon.activities.postgres.costs.CostsConfiguration;
import dev.carillon.activities.postgres.events.Events;
import dev.carillon.activities.postgres.events.EventsConfiguration;
import dev.carillon.activities.postgres.events.Transcripts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Wires what bridges talk to.
@Configuration(proxyBeanMethods = false)
@Import({EventsConfiguration.class, CostsConfiguration.class, InternalController.class})
public class InternalConfiguration {
  @Bean
  InternalProperties internalProperties(Environment environment) {
    return InternalProperties.from(environment);
  }

  @Bean
  BridgeReports bridgeReports(
      JdbcClient jdbc,
      TenantTransactions transactions,
      Transcripts transcripts,
      Events events,
      Costs costs) {
    return new BridgeReports(
        jdbc, transactions, transcripts, events, new ReportedMeasures(jdbc, costs));
  }
}
