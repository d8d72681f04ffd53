package dev.carillon.api.console.settings;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The pages of this package.
@Configuration(proxyBeanMethods = false)
@Import({SchedulePages.class, BusinessPages.class})
public class SettingsConsole {}
