package dev.carillon.api.console;

import dev.carillon.api.console.calls.CallConsole;
import dev.carillon.api.console.campaigns.CampaignConsole;
import dev.carillon.api.console.live.LivePages;
import dev.carillon.api.console.page.PageConfiguration;
import dev.carillon.api.console.people.PeopleConsole;
import dev.carillon.api.console.settings.SettingsConsole;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The web console: pages for the people who own a business, and for those who run the platform.
@Configuration(proxyBeanMethods = false)
@Import({
  PageConfiguration.class,
  LivePages.class,
  CampaignConsole.class,
  CallConsole.class,
  PeopleConsole.class,
  SettingsConsole.class
})
public class ConsoleConfiguration {}
