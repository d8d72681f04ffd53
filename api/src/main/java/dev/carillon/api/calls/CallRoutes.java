package dev.carillon.api.calls;

import dev.carillon.account.AccountRef;
import dev.carillon.account.WorkflowSignals;
import dev.carillon.activities.postgres.Ids;
import dev.carillon.activities.postgres.Jsonb;
import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.activities.postgres.dialling.DialOutlook;
import dev.carillon.activities.postgres.dialling.DialOutlookConfiguration;
import dev.carillon.activities.postgres.dialling.DialQueue;
import dev.carillon.activities.postgres.events.Events;
import dev.carillon.activities.postgres.events.EventsConfiguration;
import dev.carillon.activities.postgres.people.ContactRules;
import dev.carillon.activities.postgres.people.Contacts;
import dev.carillon.activities.postgres.people.PeopleConfiguration;
import dev.carillon.activities.postgres.texts.TextsConfiguration;
import dev.carillon.api.recordings.RecordingRoutes;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The routes of this package with what they stand on.
@Configuration(proxyBeanMethods = false)
@Import({
  EventsConfiguration.class,
  PeopleConfiguration.class,
  DialOutlookConfiguration.class,
  TextsConfiguration.class,
  CallsController.class,
  TalksController.class,
  RecordingRoutes.class,
  StatsController.class,
  MetricsController.class
})
public class CallRoutes {
  @Bean
  TimeLimit timeLimit() {
    return new TimeLimit();
  }

  @Bean
  StandDown standDown(JdbcClient jdbc, TenantTransactions transactions, WorkflowSignals signals) {
    return new StandDown(jdbc, transactions, signals);
  }

  @Bean
  CallReads callReads(JdbcClient jdbc, Jsonb json) {
    return new CallReads(jdbc, json);
  }

  @Bean
  CallOrders callOrders(
      JdbcClient jdbc,
      DialQueue queue,
      DialOutlook outlook,
      ContactRules rules,
      Contacts contacts,
      Events events,
      Jsonb json,
      Ids ids,
      InstantSource clock,
      AccountRef account) {
    return new CallOrders(jdbc, queue, outlook, rules, contacts, events, json, ids, clock, account);
  }

  @Bean
  CallCancellations callCancellations(
      JdbcClient jdbc,
      TenantTransactions transactions,
      DialQueue queue,
      CallReads calls,
      Events events,
      WorkflowSignals signals,
      TimeLimit limit,
      InstantSource clock) {
    return new CallCancellations(jdbc, transactions, queue, calls, events, signals, limit, clock);
  }
}
