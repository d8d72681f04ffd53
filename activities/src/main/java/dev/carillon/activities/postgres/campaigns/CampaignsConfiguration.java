package dev.carillon.activities.postgres.campaigns;

import dev.carillon.activities.postgres.Ids;
import dev.carillon.activities.postgres.Jsonb;
import dev.carillon.activities.postgres.events.Events;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Campaigns and journeys to read and to plan, for api and worker. Needs the event log.
@Configuration(proxyBeanMethods = false)
public class CampaignsConfiguration {

  @Bean
  Campaigns campaigns(JdbcClient jdbc, Jsonb json, Events events, Ids ids, InstantSource clock) {
    return new Campaigns(jdbc, new CampaignRows(json), events, ids, clock);
  }

  @Bean
  Journeys journeys(JdbcClient jdbc) {
    return new Journeys(jdbc);
  }
}
