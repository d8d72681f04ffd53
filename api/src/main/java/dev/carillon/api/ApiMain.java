package dev.carillon.api;

import dev.carillon.activities.postgres.DatabaseConfiguration;
import dev.carillon.activities.rules.GuardConfiguration;
import dev.carillon.activities.rules.RulesConfiguration;
import dev.carillon.api.calls.CallRoutes;
import dev.carillon.api.campaigns.CampaignRoutes;
import dev.carillon.api.codec.CodecConfiguration;
import dev.carillon.api.console.ConsoleConfiguration;
import dev.carillon.api.internal.InternalConfiguration;
import dev.carillon.api.listening.ListeningRoutes;
import dev.carillon.api.live.LiveConfiguration;
import dev.carillon.api.people.PeopleRoutes;
import dev.carillon.api.settings.SettingsRoutes;
import dev.carillon.api.web.WebConfiguration;
import dev.carillon.api.webhooks.WebhooksConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/// Starts the API: REST, webhooks, live events and console.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
@Import({
  DatabaseConfiguration.class,
  TemporalClientConfiguration.class,
  WebConfiguration.class,
  PeopleRoutes.class,
  SettingsRoutes.class,
  HealthConfiguration.class,
  DocumentationConfiguration.class,
  RulesConfiguration.class,
  GuardConfiguration.class,
  CallRoutes.class,
  ListeningRoutes.class,
  CampaignRoutes.class,
  WebhooksConfiguration.class,
  LiveConfiguration.class,
  InternalConfiguration.class,
  CodecConfiguration.class,
  ConsoleConfiguration.class
})
public class ApiMain {

  public static void main(String[] arguments) {
    start(arguments);
  }

  /// Starts the server; `arguments` such as `--server.port=0` win over the environment.
  public static ConfigurableApplicationContext start(String... arguments) {
    return new SpringApplicationBuilder(ApiMain.class)
        .properties("spring.config.name=carillon-api")
        .run(arguments);
  }
}
