package dev.carillon.api.web.door;

import dev.carillon.api.web.problem.ProblemWriter;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/// Guards every route: who may come in is decided before a body is read.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DoorProperties.class)
public class DoorConfiguration {

  @Bean
  FilterRegistrationBean<GuardHeadersFilter> guardHeaders(DoorProperties properties) {
    return ordered(new GuardHeadersFilter(properties.mediaPublicUrl()), 0);
  }

  @Bean
  FilterRegistrationBean<DoorFilter> door(
      DoorProperties properties, InstantSource clock, ProblemWriter problems) {
    var door = new Door(properties, sessions(properties, clock));
    return ordered(new DoorFilter(door, problems), 1);
  }

  @Bean
  LoginController login(DoorProperties properties, InstantSource clock) {
    return new LoginController(properties, sessions(properties, clock), new FailedLogins(clock));
  }

  private static @Nullable Sessions sessions(DoorProperties properties, InstantSource clock) {
    return properties.token() == null ? null : new Sessions(properties.token(), clock);
  }

  private static <F extends jakarta.servlet.Filter> FilterRegistrationBean<F> ordered(
      F filter, int place) {
    var registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 100 + place);
    return registration;
  }
}
