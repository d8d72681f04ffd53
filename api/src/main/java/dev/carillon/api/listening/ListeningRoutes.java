package dev.carillon.api.listening;

import dev.carillon.activities.postgres.Jsonb;
import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.activities.postgres.events.Events;
import dev.carillon.activities.postgres.events.EventsConfiguration;
import dev.carillon.api.calls.TimeLimit;
import dev.carillon.signature.LinkKey;
import dev.carillon.signature.ListenTickets;
import dev.carillon.temporal.CallWorkflows;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The routes of this package with what they stand on.
@Configuration(proxyBeanMethods = false)
@Import({EventsConfiguration.class, ListeningController.class})
public class ListeningRoutes {
  @Bean
  LiveCalls liveCalls(
      JdbcClient jdbc, TenantTransactions transactions, Jsonb json, InstantSource clock) {
    return new LiveCalls(jdbc, transactions, json, clock);
  }

  @Bean
  ListeningDesk listeningDesk(LiveCalls calls, Environment environment, InstantSource clock) {
    var key = LinkKey.parse(environment.getProperty("CARILLON_LINK_KEY", ""));
    return new ListeningDesk(calls, new ListenTickets(key), new SecureRandom(), clock);
  }

  @Bean
  LiveOrders liveOrders(
      LiveCalls calls,
      CallWorkflows workflows,
      TimeLimit limit,
      TenantTransactions transactions,
      Events events,
      InstantSource clock) {
    return new LiveOrders(calls, workflows, limit, transactions, events, clock);
  }
}
