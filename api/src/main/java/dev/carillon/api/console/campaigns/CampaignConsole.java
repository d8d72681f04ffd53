package dev.carillon.api.console.campaigns;

import dev.carillon.activities.postgres.Jsonb;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The pages of this package.
@Configuration(proxyBeanMethods = false)
@Import({CampaignPages.class, CampaignActions.class, PlanPages.class})
public class CampaignConsole {

  @Bean
  CampaignOverview campaignOverview(JdbcClient jdbc, Jsonb json) {
    return new CampaignOverview(jdbc, json);
  }

  @Bean
  CampaignPeople campaignPeople(JdbcClient jdbc, Jsonb json) {
    return new CampaignPeople(jdbc, json);
  }
}
