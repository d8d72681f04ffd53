package dev.carillon.activities.postgres.people;

import dev.carillon.activities.postgres.Ids;
import dev.carillon.activities.postgres.Jsonb;
import dev.carillon.activities.postgres.events.Events;
import dev.carillon.phone.PhoneNumbers;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The people of the default database. `CARILLON_DEFAULT_REGION` says how numbers without a country
/// code are read, `CARILLON_ALLOWED_COUNTRIES` which numbers are taken at all.
@Configuration(proxyBeanMethods = false)
public class PeopleConfiguration {

  @Bean
  ContactRules contactRules(Environment environment, InstantSource clock) {
    return new ContactRules(
        PhoneNumbers.allowing(countries(environment)),
        environment.getProperty("CARILLON_DEFAULT_REGION", "US"),
        clock);
  }

  @Bean
  Contacts contacts(JdbcClient jdbc, Jsonb jsonb, Ids ids, InstantSource clock) {
    return new Contacts(jdbc, jsonb, ids, clock);
  }

  @Bean
  Suppressions suppressions(JdbcClient jdbc, Events events, Ids ids, InstantSource clock) {
    return new Suppressions(jdbc, events, ids, clock);
  }

  @Bean
  Appointments appointments(JdbcClient jdbc) {
    return new Appointments(jdbc);
  }

  private static Set<String> countries(Environment environment) {
    var list = environment.getProperty("CARILLON_ALLOWED_COUNTRIES", "US,CA");
    return Arrays.stream(list.split(","))
        .map(String::strip)
        .filter(country -> !country.isEmpty())
        .collect(Collectors.toSet());
  }
}
