package dev.carillon.api.settings;

import dev.carillon.activities.postgres.settings.SettingsConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The routes of this package with what they stand on.
@Configuration(proxyBeanMethods = false)
@Import({
  SettingsConfiguration.class,
  BusinessController.class,
  AgentsController.class,
  SchedulesController.class
})
public class SettingsRoutes {}
