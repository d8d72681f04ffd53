package dev.carillon.api.web.intake;

import dev.carillon.account.AccountRef;
import dev.carillon.activities.postgres.Ids;
import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.api.web.problem.ProblemWriter;
import jakarta.servlet.Filter;
import java.nio.file.Path;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Bodies are taken in behind the door and before the routes.
@Configuration(proxyBeanMethods = false)
public class IntakeConfiguration {

  @Bean
  UploadFolder uploadFolder(@Value("${carillon.web.uploads}") Path folder) {
    return new UploadFolder(folder);
  }

  @Bean
  FilterRegistrationBean<BodyFilter> bodies(ProblemWriter problems) {
    return ordered(new BodyFilter(problems), 0);
  }

  @Bean
  FilterRegistrationBean<UploadFilter> uploads(UploadFolder folder, ProblemWriter problems) {
    return ordered(new UploadFilter(folder, problems), 1);
  }

  @Bean
  IdempotencyKeys idempotencyKeys(
      JdbcClient jdbc, TenantTransactions transactions, InstantSource clock) {
    return new IdempotencyKeys(jdbc, transactions, clock);
  }

  @Bean
  SentForms sentForms(IdempotencyKeys keys, TenantTransactions transactions, Ids ids) {
    return new SentForms(keys, transactions, ids);
  }

  @Bean
  FilterRegistrationBean<IdempotencyFilter> repeatedRequests(
      IdempotencyKeys keys, ObjectProvider<AccountRef> account, ProblemWriter problems) {
    return ordered(new IdempotencyFilter(keys, account, problems), 2);
  }

  private static <F extends Filter> FilterRegistrationBean<F> ordered(F filter, int place) {
    var registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 110 + place);
    return registration;
  }
}
