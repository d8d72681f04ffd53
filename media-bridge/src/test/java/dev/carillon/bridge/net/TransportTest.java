package dev.carillon.bridge.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransportTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "epoll", "io_uring", "nio", " NIO "})
  void whateverIsWantedWhatIsUsedExists(String name) {
    assertThat(Transport.wanted(name).available()).isTrue();
  }

  @Test
  void whatThereIsIsUsedWhenItIsWanted() {
    assertThat(Transport.wanted("nio")).isEqualTo(Transport.NIO);
    for (var transport : Transport.values()) {
      if (transport.available()) {
        assertThat(Transport.wanted(transport.name())).isEqualTo(transport);
      }
    }
  }

  @Test
  void aTypingErrorStopsTheStart() {
    assertThatThrownBy(() -> Transport.wanted("uring"))
        .hasMessageContaining("CARILLON_BRIDGE_TRANSPORT");
  }
}
