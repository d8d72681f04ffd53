package dev.carillon.api.webhooks;

import dev.carillon.activities.postgres.Ids;
import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.activities.postgres.events.EventsConfiguration;
import dev.carillon.activities.postgres.events.WebhookInbox;
import dev.carillon.activities.postgres.people.ContactRules;
import dev.carillon.activities.postgres.people.Contacts;
import dev.carillon.conversation.Messaging;
import dev.carillon.signature.LinkTokens;
import dev.carillon.signature.StreamTokens;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Wires the webhooks.
@Configuration(proxyBeanMethods = false)
@Import({
  EventsConfiguration.class,
  CallWebhooks.class,
  TextWebhooks.class,
  TextDesk.class,
  InboundCallWebhook.class
})
public class WebhooksConfiguration {
  // Behind the door, which looks at the host, and before anything that reads a body.
  private static final int PLACE = Ordered.HIGHEST_PRECEDENCE + 105;

  @Bean
  WebhookProperties webhookProperties(Environment environment) {
    return WebhookProperties.from(environment);
  }

  @Bean
  FilterRegistrationBean<SignatureFilter> twilioSignatures(
      WebhookProperties properties, MeterRegistry metrics) {
    var filter = new SignatureFilter(new SignatureCheck(properties), metrics);
    var registration = new FilterRegistrationBean<>(filter);
    registration.addUrlPatterns("/webhooks/twilio/*");
    registration.setOrder(PLACE);
    return registration;
  }

  @Bean
  LinkTokens linkTokens(WebhookProperties properties) {
    return new LinkTokens(properties.linkKeyBytes());
  }

  @Bean
  CallRows webhookCallRows(JdbcClient jdbc) {
    return new CallRows(jdbc);
  }

  @Bean
  TextRows webhookTextRows(JdbcClient jdbc) {
    return new TextRows(jdbc);
  }

  @Bean
  RecordingRows recordingRows(JdbcClient jdbc, Ids ids, InstantSource clock) {
    return new RecordingRows(jdbc, ids, clock);
  }

  @Bean
  KeywordReplies keywordReplies(Messaging messaging) {
    return new KeywordReplies(messaging);
  }

  @Bean
  InboundCallRows inboundCallRows(JdbcClient jdbc) {
    return new InboundCallRows(jdbc);
  }

  @Bean
  Callers callers(TextRows rows, ContactRules rules, Contacts contacts) {
    return new Callers(rows, rules, contacts);
  }

  @Bean
  VoiceAnswers voiceAnswers(
      WebhookProperties properties, LinkTokens links, RandomGenerator random, CallRows calls) {
    return new VoiceAnswers(
        properties, new StreamTokens(properties.linkKeyBytes()), links, random, calls);
  }

  @Bean
  CallbackDesk callbackDesk(
      CallRows calls,
      WebhookInbox inbox,
      TenantTransactions transactions,
      LinkTokens tokens,
      InstantSource clock) {
    return new CallbackDesk(calls, inbox, transactions, tokens, clock);
  }
}
