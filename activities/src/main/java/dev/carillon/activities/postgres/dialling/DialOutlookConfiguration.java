package dev.carillon.activities.postgres.dialling;

import dev.carillon.activities.postgres.Jsonb;
import dev.carillon.compliance.DialFacts;
import dev.carillon.compliance.RuleSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The queue with a look ahead, for whoever answers people. Needs the rules and the guard.
@Configuration(proxyBeanMethods = false)
@Import(DialQueueConfiguration.class)
public class DialOutlookConfiguration {
  @Bean
  DialOutlook dialOutlook(
      JdbcClient jdbc, Jsonb json, DialFacts.Guard guard, CallPrice price, RuleSet rules) {
    var facts = new DialFactsLoader(jdbc, json, guard, new Spending(jdbc, price));
    return new DialOutlook(new Deciding(facts, rules));
  }
}
