package dev.carillon.api.campaigns;

import dev.carillon.activities.postgres.campaigns.Campaigns;
import dev.carillon.activities.postgres.campaigns.CampaignsConfiguration;
import dev.carillon.activities.postgres.dialling.CallPrice;
import dev.carillon.api.web.MergePatch;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// The routes of this package with what they stand on.
@Configuration(proxyBeanMethods = false)
@Import({
  CampaignsConfiguration.class,
  CampaignsController.class,
  CampaignCommands.class,
  JourneysController.class
})
public class CampaignRoutes {
  @Bean
  PlanRules planRules(JsonMapper json, CallPrice price) {
    return new PlanRules(json, price);
  }

  @Bean
  PeopleChoice peopleChoice(JdbcClient jdbc) {
    return new PeopleChoice(jdbc);
  }

  @Bean
  CampaignEdits campaignEdits(
      Campaigns campaigns,
      PlanRules rules,
      PeopleChoice choice,
      MergePatch patches,
      JsonMapper json) {
    return new CampaignEdits(campaigns, rules, choice, patches, json);
  }
}
