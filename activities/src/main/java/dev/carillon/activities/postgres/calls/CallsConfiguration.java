package dev.carillon.activities.postgres.calls;

import dev.carillon.account.CarrierDirectory;
import dev.carillon.activities.postgres.Jsonb;
import dev.carillon.activities.postgres.Loopback;
import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.activities.postgres.costs.Costs;
import dev.carillon.activities.postgres.costs.CostsConfiguration;
import dev.carillon.activities.postgres.events.Events;
import dev.carillon.activities.postgres.prompts.Prompts;
import dev.carillon.call.CallBook;
import dev.carillon.call.ProviderCallIds;
import io.temporal.activity.Activity;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The books of calls, for the worker. Needs a [CarrierDirectory] and the event log.
@Configuration(proxyBeanMethods = false)
@Import(CostsConfiguration.class)
public class CallsConfiguration {

  @Bean
  CallRows callRows(JdbcClient jdbc, Events events, Jsonb json, Costs costs) {
    return new CallRows(jdbc, events, json, costs);
  }

  @Bean
  Inbox inbox(TenantTransactions transactions, JdbcClient jdbc, Jsonb json, InstantSource clock) {
    return new Inbox(transactions, jdbc, json, clock);
  }

  @Bean
  ProviderCallIds providerCallIds(TenantTransactions transactions, JdbcClient jdbc) {
    return new PlacedCalls(transactions, jdbc);
  }

  @Bean
  CarrierFacts carrierFacts(CallRows calls, InstantSource clock) {
    return new CarrierFacts(calls, clock);
  }

  @Bean
  CallBook callBook(
      TenantTransactions transactions,
      JdbcClient jdbc,
      CallRows calls,
      Prompts prompts,
      Jsonb json,
      InstantSource clock) {
    return new PostgresCallBook(
        transactions, jdbc, calls, new Briefs(jdbc, json, prompts, clock), json, clock);
  }

  @Bean(destroyMethod = "close")
  PostgresCarrierSweep carrierSweep(
      TenantTransactions transactions,
      JdbcClient jdbc,
      CallRows calls,
      Inbox inbox,
      CarrierDirectory directory,
      InstantSource clock,
      Environment environment) {
    return new PostgresCarrierSweep(
        transactions,
        new Quiet(jdbc),
        calls,
        inbox,
        directory,
        report -> Activity.getExecutionContext().heartbeat(report),
        clock,
        !Loopback.leadsHere(environment.getProperty("TWILIO_API_URL", "")));
  }
}
