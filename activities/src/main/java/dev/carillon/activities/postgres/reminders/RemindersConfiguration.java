package dev.carillon.activities.postgres.reminders;

import dev.carillon.account.AccountRef;
import dev.carillon.activities.postgres.Jsonb;
import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.activities.postgres.campaigns.Campaigns;
import dev.carillon.reminder.ReminderDesk;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The runs of schedules, for the worker.
@Configuration(proxyBeanMethods = false)
public class RemindersConfiguration {

  @Bean
  ReminderDesk reminderDesk(
      TenantTransactions transactions,
      JdbcClient jdbc,
      Jsonb json,
      Campaigns campaigns,
      CampaignStarts starts,
      AccountRef account) {
    return new PostgresReminderDesk(transactions, jdbc, json, campaigns, starts, account);
  }
}
