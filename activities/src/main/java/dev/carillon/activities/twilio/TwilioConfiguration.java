package dev.carillon.activities.twilio;

import com.twilio.http.TwilioRestClient;
import dev.carillon.call.DialFence;
import dev.carillon.call.ProviderCallIds;
import dev.carillon.call.Telephony;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The carrier Twilio. Without credentials it is off: its beans exist, and every request is refused
/// by the carrier.
@Configuration(proxyBeanMethods = false)
@Import(TwilioTextsConfiguration.class)
public class TwilioConfiguration {

  @Bean
  TwilioCalls carrierDirectory(TwilioRestClient client, ProviderCallIds ids) {
    return new TwilioCalls(client, ids);
  }

  @Bean
  Telephony telephony(
      TwilioRestClient client,
      TwilioCalls calls,
      DialFence fence,
      CallbackAddresses addresses,
      InstantSource clock) {
    return new TwilioTelephony(client, calls, fence, addresses, clock, TwilioConfiguration::pause);
  }

  private static void pause(java.time.Duration duration) throws InterruptedException {
    LockSupport.parkNanos(duration.toNanos());
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }
}
