package dev.carillon.activities.postgres.campaigns;

import dev.carillon.account.WorkflowSignals;
import dev.carillon.activities.postgres.Ids;
import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.activities.postgres.dialling.DialQueue;
import dev.carillon.activities.postgres.events.Events;
import dev.carillon.activities.postgres.outcomes.Outcomes;
import dev.carillon.campaign.CampaignBook;
import dev.carillon.campaign.JourneyBook;
import dev.carillon.conversation.Messaging;
import io.temporal.activity.Activity;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The books that workflows keep, for the worker. Needs [WorkflowSignals], [Messaging] and what
/// dialling provides.
@Configuration(proxyBeanMethods = false)
@Import(CampaignsConfiguration.class)
public class CampaignBooksConfiguration {

  @Bean
  JourneyBook journeyBook(
      TenantTransactions transactions,
      JdbcClient jdbc,
      DialQueue queue,
      Outcomes outcomes,
      WorkflowSignals signals,
      Messaging messaging,
      Ids ids,
      InstantSource clock) {
    return new PostgresJourneyBook(
        transactions, jdbc, queue, outcomes, signals, messaging, ids, clock);
  }

  @Bean
  CampaignBook campaignBook(
      TenantTransactions transactions,
      JdbcClient jdbc,
      Campaigns campaigns,
      Outcomes outcomes,
      Events events,
      WorkflowSignals signals,
      Messaging messaging,
      InstantSource clock) {
    return new PostgresCampaignBook(
        transactions,
        jdbc,
        campaigns,
        new Starting(jdbc, clock),
        new Cancelling(transactions, jdbc, signals, clock),
        new OwnerNotice(transactions, jdbc, campaigns, messaging),
        outcomes,
        events,
        () -> Activity.getExecutionContext().getInfo().getAttempt() > 1,
        clock);
  }
}
