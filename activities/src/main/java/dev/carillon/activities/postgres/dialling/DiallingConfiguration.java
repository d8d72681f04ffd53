package dev.carillon.activities.postgres.dialling;

import dev.carillon.account.Admissions;
import dev.carillon.account.DialPump;
import dev.carillon.account.WorkflowSignals;
import dev.carillon.activities.postgres.Jsonb;
import dev.carillon.activities.postgres.Listening;
import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.activities.postgres.events.Events;
import dev.carillon.activities.postgres.outcomes.Outcomes;
import dev.carillon.activities.postgres.outcomes.OutcomesConfiguration;
import dev.carillon.call.DialFence;
import dev.carillon.compliance.DialFacts;
import dev.carillon.compliance.RuleSet;
import io.temporal.activity.Activity;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Pump and fence, for the worker. Needs [Admissions] and [WorkflowSignals], the rules, the guard
/// and the event log.
@Configuration(proxyBeanMethods = false)
@Import({DialQueueConfiguration.class, OutcomesConfiguration.class})
public class DiallingConfiguration {

  @Bean
  Deciding deciding(
      JdbcClient jdbc, Jsonb json, DialFacts.Guard guard, CallPrice price, RuleSet rules) {
    var facts = new DialFactsLoader(jdbc, json, guard, new Spending(jdbc, price));
    return new Deciding(facts, rules);
  }

  @Bean
  DialFence dialFence(
      TenantTransactions transactions,
      JdbcClient jdbc,
      Events events,
      DialQueue queue,
      Deciding deciding,
      Jsonb json,
      InstantSource clock,
      Environment environment) {
    boolean record = !environment.getProperty("CARILLON_RECORD_CALLS", "").equalsIgnoreCase("no");
    return new PostgresDialFence(
        transactions,
        jdbc,
        new FenceRows(jdbc, events, record),
        queue,
        new Slots(jdbc, clock),
        deciding,
        json,
        clock);
  }

  @Bean(destroyMethod = "close")
  Announcing announcing(
      TenantTransactions transactions,
      JdbcClient jdbc,
      Jsonb json,
      Outcomes outcomes,
      Admissions admissions,
      WorkflowSignals signals) {
    return new Announcing(
        transactions, new JourneyStarts(jdbc, json), outcomes, admissions, signals);
  }

  @Bean
  DialPump dialPump(
      TenantTransactions transactions,
      JdbcClient jdbc,
      Jsonb json,
      DialQueue queue,
      Outcomes outcomes,
      Events events,
      Deciding deciding,
      CallPrice price,
      Announcing announcing,
      Listening.Factory listening,
      InstantSource clock) {
    var lease = new Lease(jdbc);
    var rows = new AdmissionRows(jdbc, json, outcomes, events);
    return new PostgresDialPump(
        transactions,
        lease,
        new Openings(jdbc, new Spending(jdbc, price)),
        new DueRows(jdbc),
        new Admission(transactions, lease, queue, rows, deciding, json, clock),
        new JourneyStarts(jdbc, json),
        announcing,
        listening,
        report -> Activity.getExecutionContext().heartbeat(report),
        clock);
  }
}
