package dev.carillon.api.recordings;

import dev.carillon.activities.objects.ObjectStore;
import dev.carillon.activities.objects.ObjectsConfiguration;
import dev.carillon.activities.postgres.Jsonb;
import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.activities.twilio.TwilioRecordings;
import dev.carillon.activities.twilio.TwilioTextsConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The routes of this package with what they stand on.
@Configuration(proxyBeanMethods = false)
@Import({
  ObjectsConfiguration.class,
  TwilioTextsConfiguration.class,
  RecordingsController.class,
})
public class RecordingRoutes {
  @Bean
  RecordingDesk recordingDesk(
      JdbcClient jdbc,
      TenantTransactions transactions,
      ObjectStore objects,
      TwilioRecordings carrier) {
    return new RecordingDesk(jdbc, transactions, objects, carrier);
  }

  @Bean
  Waveforms waveforms(RecordingDesk desk, ObjectStore objects, Jsonb json) {
    return new Waveforms(desk, objects, json);
  }
}
