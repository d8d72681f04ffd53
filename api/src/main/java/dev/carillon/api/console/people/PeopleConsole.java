package dev.carillon.api.console.people;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The pages of this package.
@Configuration(proxyBeanMethods = false)
@Import({
  ContactPages.class,
  ContactActions.class,
  RecordActions.class,
  TalkActions.class,
  ListPages.class,
  AppointmentPages.class,
  SuppressionPages.class
})
public class PeopleConsole {

  @Bean
  ContactBook contactBook(JdbcClient jdbc) {
    return new ContactBook(jdbc);
  }

  @Bean
  ContactStory contactStory(JdbcClient jdbc) {
    return new ContactStory(jdbc);
  }

  @Bean
  Diary diary(JdbcClient jdbc) {
    return new Diary(jdbc);
  }

  @Bean
  ImportResults importResults(JdbcClient jdbc) {
    return new ImportResults(jdbc);
  }
}
