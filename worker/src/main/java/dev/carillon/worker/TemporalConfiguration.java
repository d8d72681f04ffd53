package dev.carillon.worker;

import com.uber.m3.tally.RootScopeBuilder;
import com.uber.m3.tally.Scope;
import com.uber.m3.util.Duration;
import dev.carillon.temporal.AccountWorkflows;
import dev.carillon.temporal.CallWorkflows;
import dev.carillon.temporal.CampaignWorkflows;
import dev.carillon.temporal.ConversationWorkflows;
import dev.carillon.temporal.TemporalAdmissions;
import dev.carillon.temporal.TemporalConnection;
import dev.carillon.temporal.TemporalSettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.temporal.common.reporter.MicrometerClientStatsReporter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// The connection to Temporal with its metrics, and our messages to workflows.
@Configuration(proxyBeanMethods = false)
class TemporalConfiguration {

  @Bean(destroyMethod = "close")
  Scope temporalMetrics(MeterRegistry registry) {
    return new RootScopeBuilder()
        .reporter(new MicrometerClientStatsReporter(registry))
        .reportEvery(Duration.ofSeconds(10));
  }

  @Bean(destroyMethod = "close")
  TemporalConnection temporal(Scope temporalMetrics, Environment environment) {
    return new TemporalConnection(TemporalSettings.from(environment::getProperty), temporalMetrics);
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
  TemporalAdmissions temporalAdmissions(
      TemporalConnection temporal, CallWorkflows calls, CampaignWorkflows campaigns) {
    return new TemporalAdmissions(calls, campaigns, new ConversationWorkflows(temporal));
  }
}
