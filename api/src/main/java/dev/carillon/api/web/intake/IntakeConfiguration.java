package dev.carillon.api.web.intake;

import dev.carillon.api.web.problem.ProblemWriter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/// Bodies are taken in behind the door and before the routes.
@Configuration(proxyBeanMethods = false)
public class IntakeConfiguration {

  @Bean
  FilterRegistrationBean<BodyFilter> bodies(ProblemWriter problems) {
    var registration = new FilterRegistrationBean<>(new BodyFilter(problems));
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 110);
    return registration;
  }
}
