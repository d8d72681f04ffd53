package dev.carillon.sandbox.carrier.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class WebhookAddressTest {
  @Test
  void withoutAFragmentOneFailedConnectionIsTriedAgain() {
    WebhookAddress address = WebhookAddress.of("https://app/voice?x=1");

    assertThat(address.url()).isEqualTo("https://app/voice?x=1");
    assertThat(address.retries()).isEqualTo(1);
    assertThat(address.retries("ct")).isTrue();
    assertThat(address.retries("5xx")).isFalse();
    assertThat(address.connect()).isEqualTo(Duration.ofSeconds(5));
    assertThat(address.read()).isEqualTo(Duration.ofSeconds(15));
  }

  @Test
  void theFragmentOverridesAndIsCutOff() {
    WebhookAddress address = WebhookAddress.of("https://app/voice#ct=1000&rc=2&rp=ct,5xx&rt=700");

    assertThat(address.url()).isEqualTo("https://app/voice");
    assertThat(address.retries()).isEqualTo(2);
    assertThat(address.retries("5xx")).isTrue();
    assertThat(address.retries("rt")).isFalse();
    assertThat(address.connect()).isEqualTo(Duration.ofSeconds(1));
    assertThat(address.read()).isEqualTo(Duration.ofMillis(700));
  }

  @Test
  void whatIsOutOfRangeIsMovedIntoIt() {
    WebhookAddress address = WebhookAddress.of("https://app/voice#ct=1&rc=99&rp=all");

    assertThat(address.connect()).isEqualTo(Duration.ofMillis(100));
    assertThat(address.retries()).isEqualTo(5);
    assertThat(address.retries("4xx")).isTrue();
  }
}
