package dev.carillon.activities.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.account.CarrierDirectory;
import dev.carillon.account.CarrierSweep;
import dev.carillon.account.DialPump;
import dev.carillon.activities.postgres.calls.CallsConfiguration;
import dev.carillon.activities.postgres.calls.CarrierFacts;
import dev.carillon.activities.postgres.calls.Inbox;
import dev.carillon.activities.postgres.campaigns.CampaignBooksConfiguration;
import dev.carillon.activities.postgres.dialling.DiallingConfiguration;
import dev.carillon.activities.postgres.events.EventsConfiguration;
import dev.carillon.activities.postgres.prompts.PromptsConfiguration;
import dev.carillon.activities.rules.GuardConfiguration;
import dev.carillon.activities.rules.RulesConfiguration;
import dev.carillon.call.CallBook;
import dev.carillon.call.DialFence;
import dev.carillon.campaign.CampaignBook;
import dev.carillon.campaign.JourneyBook;
import dev.carillon.conversation.Messaging;
import dev.carillon.phone.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

class WiringTest {

  @Test
  void aWorkerFindsEveryPortThatPostgresServes() {
    try (var database = TestDatabase.fresh();
        var context = worker(database.properties())) {
      assertThat(
              List.of(
                  context.getBean(DialPump.class),
                  context.getBean(DialFence.class),
                  context.getBean(CallBook.class),
                  context.getBean(CarrierSweep.class),
                  context.getBean(CampaignBook.class),
                  context.getBean(JourneyBook.class),
                  context.getBean(Inbox.class),
                  context.getBean(CarrierFacts.class)))
          .doesNotContainNull();
    }
  }

  private static AnnotationConfigApplicationContext worker(DatabaseProperties properties) {
    var context = new AnnotationConfigApplicationContext();
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "test",
                Map.of(
                    "database.url", properties.url(),
                    "database.user", properties.user(),
                    "database.password", properties.password())));
    context.registerBean(Told.class, Told::new);
    context.registerBean(CarrierDirectory.class, EmptyDirectory::new);
    context.registerBean(Messaging.class, () -> _ -> Messaging.Delivery.DENIED);
    context.register(
        DatabaseConfiguration.class,
        EventsConfiguration.class,
        RulesConfiguration.class,
        GuardConfiguration.class,
        DiallingConfiguration.class,
        PromptsConfiguration.class,
        CallsConfiguration.class,
        CampaignBooksConfiguration.class);
    context.refresh();
    return context;
  }

  private record EmptyDirectory() implements CarrierDirectory {
    @Override
    public Optional<CarrierCall> find(String providerCallId) {
      return Optional.empty();
    }

    @Override
    public List<CarrierCall> search(PhoneNumber to, PhoneNumber from, Instant since) {
      return List.of();
    }
  }
}
