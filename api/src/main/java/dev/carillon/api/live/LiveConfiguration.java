package dev.carillon.api.live;

import dev.carillon.activities.postgres.Listening;
import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.activities.postgres.events.Events;
import dev.carillon.activities.postgres.events.EventsConfiguration;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/// Wires live events.
@Configuration(proxyBeanMethods = false)
@Import({EventsConfiguration.class, StreamController.class})
public class LiveConfiguration {
  @Bean
  LiveFeed liveFeed(
      Listening.Factory listening,
      TenantTransactions transactions,
      Events events,
      MeterRegistry metrics) {
    var feed = new LiveFeed(listening, transactions, events);
    Gauge.builder("carillon.live.viewers", feed, LiveFeed::viewers).register(metrics);
    return feed;
  }

  @Bean
  EventJson eventJson(JsonMapper json) {
    return new EventJson(json);
  }
}
