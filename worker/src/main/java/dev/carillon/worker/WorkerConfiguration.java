package dev.carillon.worker;

import dev.carillon.account.AccountRef;
import dev.carillon.account.CarrierSweep;
import dev.carillon.account.DialPump;
import dev.carillon.account.WorkflowSignals;
import dev.carillon.activities.postgres.Listening;
import dev.carillon.activities.postgres.calls.CarrierFacts;
import dev.carillon.activities.postgres.calls.Inbox;
import dev.carillon.activities.postgres.reminders.CampaignStarts;
import dev.carillon.activities.postgres.texts.TextFacts;
import dev.carillon.booking.AppointmentCalendar;
import dev.carillon.booking.BookingBook;
import dev.carillon.call.AfterCall;
import dev.carillon.call.CallBook;
import dev.carillon.call.Telephony;
import dev.carillon.call.ToolDesk;
import dev.carillon.campaign.CampaignBook;
import dev.carillon.campaign.CampaignCommand;
import dev.carillon.campaign.JourneyBook;
import dev.carillon.conversation.TextDesk;
import dev.carillon.reminder.ReminderDesk;
import dev.carillon.signature.LinkKey;
import dev.carillon.signature.LinkTokens;
import dev.carillon.temporal.AccountWorkflows;
import dev.carillon.temporal.CampaignWorkflows;
import dev.carillon.temporal.TemporalConnection;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// Puts activities on their queues and starts the threads of this process.
@Configuration(proxyBeanMethods = false)
class WorkerConfiguration {

  @Bean
  LinkTokens linkTokens(Environment environment) {
    return new LinkTokens(LinkKey.parse(environment.getRequiredProperty("CARILLON_LINK_KEY")));
  }

  @Bean
  CampaignStarts campaignStarts(CampaignWorkflows campaigns) {
    return campaign -> {
      var _ = campaigns.change(campaign, CampaignCommand.START);
    };
  }

  @Bean
  Workers.Activities activities(
      CallBook calls,
      CampaignBook campaigns,
      JourneyBook journeys,
      ToolDesk tools,
      AfterCall afterCall,
      ReminderDesk reminders,
      TextDesk texts,
      BookingBook bookings,
      AppointmentCalendar calendar,
      Telephony telephony,
      DialPump pump,
      CarrierSweep sweep) {
    return new Workers.Activities(
        calls, campaigns, journeys, tools, afterCall, reminders, texts, bookings, calendar,
        telephony, pump, sweep);
  }

  @Bean
  Workers workers(
      TemporalConnection temporal,
      AccountWorkflows accounts,
      AccountRef account,
      Workers.Activities activities) {
    return new Workers(temporal, accounts, account, activities);
  }

  @Bean
  InboxDrainer inboxDrainer(
      Inbox inbox,
      CarrierFacts facts,
      TextFacts texts,
      WorkflowSignals signals,
      Listening.Factory listening,
      Environment environment) {
    var memory = Duration.parse(environment.getProperty("CARILLON_TEXT_MEMORY", "PT30M"));
    return new InboxDrainer(inbox, facts, texts, signals, listening, memory);
  }

  @Bean
  HealthController health(Workers workers, Environment environment) {
    return new HealthController(workers, environment);
  }
}
