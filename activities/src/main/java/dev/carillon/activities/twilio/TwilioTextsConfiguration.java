package dev.carillon.activities.twilio;

import com.twilio.http.TwilioRestClient;
import dev.carillon.conversation.TextCarrier;
import dev.carillon.signature.LinkTokens;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// The part of Twilio that needs no fence: texts and recordings.
@Configuration(proxyBeanMethods = false)
public class TwilioTextsConfiguration {

  @Bean
  TwilioProperties twilioProperties(Environment environment) {
    return TwilioProperties.from(environment);
  }

  @Bean
  TwilioRestClient twilioRestClient(TwilioProperties properties) {
    return new TwilioRestClient.Builder(properties.accountSid(), properties.authToken())
        .accountSid(properties.accountSid())
        .httpClient(new OneRequestHttpClient(properties.apiUrl(), properties.timeout()))
        .build();
  }

  @Bean
  CallbackAddresses callbackAddresses(TwilioProperties properties, LinkTokens tokens) {
    return new CallbackAddresses(properties.publicUrl(), tokens);
  }

  @Bean
  TextCarrier textCarrier(TwilioRestClient client, CallbackAddresses addresses) {
    return new TwilioTexts(client, addresses);
  }

  @Bean(destroyMethod = "close")
  TwilioRecordings twilioRecordings(TwilioProperties properties) {
    return new TwilioRecordings(properties);
  }
}
