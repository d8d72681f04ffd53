package dev.carillon.worker;

import dev.carillon.activities.openai.OpenAiConfiguration;
import dev.carillon.activities.postgres.DatabaseConfiguration;
import dev.carillon.activities.postgres.bookings.BookingsConfiguration;
import dev.carillon.activities.postgres.calls.CallsConfiguration;
import dev.carillon.activities.postgres.campaigns.CampaignBooksConfiguration;
import dev.carillon.activities.postgres.dialling.DiallingConfiguration;
import dev.carillon.activities.postgres.events.EventsConfiguration;
import dev.carillon.activities.postgres.prompts.PromptsConfiguration;
import dev.carillon.activities.postgres.reminders.RemindersConfiguration;
import dev.carillon.activities.postgres.texts.AnsweringConfiguration;
import dev.carillon.activities.postgres.texts.TextsConfiguration;
import dev.carillon.activities.postgres.tools.ToolsConfiguration;
import dev.carillon.activities.rules.GuardConfiguration;
import dev.carillon.activities.rules.RulesConfiguration;
import dev.carillon.activities.twilio.TwilioConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/// Starts the worker: workflows, activities, the pump, the inbox drainer.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
@Import({
  DatabaseConfiguration.class,
  EventsConfiguration.class,
  RulesConfiguration.class,
  GuardConfiguration.class,
  DiallingConfiguration.class,
  CallsConfiguration.class,
  CampaignBooksConfiguration.class,
  TextsConfiguration.class,
  AnsweringConfiguration.class,
  PromptsConfiguration.class,
  BookingsConfiguration.class,
  ToolsConfiguration.class,
  RemindersConfiguration.class,
  TwilioConfiguration.class,
  OpenAiConfiguration.class,
  TemporalConfiguration.class,
  WorkerConfiguration.class
})
public class WorkerMain {

  public static void main(String[] arguments) {
    start(arguments);
  }

  /// Starts the worker; `arguments` such as `--server.port=0` win over the environment.
  public static ConfigurableApplicationContext start(String... arguments) {
    var context =
        new SpringApplicationBuilder(WorkerMain.class)
            .properties("spring.config.name=carillon-worker")
            .run(arguments);
    QuietEnd.install();
    return context;
  }
}
