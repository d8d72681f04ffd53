package dev.carillon.api;

import dev.carillon.temporal.AccountWorkflows;
import dev.carillon.temporal.CallWorkflows;
import dev.carillon.temporal.CampaignWorkflows;
import dev.carillon.temporal.ConversationWorkflows;
import dev.carillon.temporal.TemporalAdmissions;
import dev.carillon.temporal.TemporalConnection;
import dev.carillon.temporal.TemporalRunTimes;
import dev.carillon.temporal.TemporalSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// The way to workflows. Nothing here waits for Temporal: the API starts, and answers what the
/// database knows, without it.
@Configuration(proxyBeanMethods = false)
class TemporalClientConfiguration {
  @Bean
  TemporalConnection temporal(Environment environment) {
    return new TemporalConnection(TemporalSettings.from(environment::getProperty), null);
  }

  @Bean
  CallWorkflows callWorkflows(TemporalConnection temporal) {
    return new CallWorkflows(temporal);
  }

  @Bean
  CampaignWorkflows campaignWorkflows(TemporalConnection temporal) {
    return new CampaignWorkflows(temporal);
  }

  @Bean
  AccountWorkflows accountWorkflows(TemporalConnection temporal) {
    return new AccountWorkflows(temporal);
  }

  @Bean
  TemporalAdmissions signals(
      TemporalConnection temporal, CallWorkflows calls, CampaignWorkflows campaigns) {
    return new TemporalAdmissions(calls, campaigns, new ConversationWorkflows(temporal));
  }

  @Bean
  TemporalRunTimes runTimes(TemporalConnection temporal) {
    return new TemporalRunTimes(temporal);
  }
}
