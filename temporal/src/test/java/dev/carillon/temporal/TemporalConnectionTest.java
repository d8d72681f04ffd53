package dev.carillon.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.call.InstructionsAfter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TemporalConnectionTest {
  private static final Duration AT_ONCE = Duration.ofMillis(1500);

  @Test
  void closingDoesNotWaitForAnAnswerThatDoesNotCome() throws IOException {
    try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      var connection = new TemporalConnection(settings(silent.getLocalPort()), null);
      var calls = new CallWorkflows(connection);
      Thread.ofVirtual()
          .start(() -> calls.nextInstruction(new UUID(0, 1), "token", new InstructionsAfter(0)));
      try (var asked = silent.accept()) {
        assertThat(asked.isConnected()).isTrue();

        long begun = System.nanoTime();
        connection.close();

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(AT_ONCE);
      }
    }
  }

  private static TemporalSettings settings(int port) {
    return TemporalSettings.from(
        Map.of(
            "TEMPORAL_ADDRESS",
            "127.0.0.1:" + port,
            "CARILLON_CODEC_KEYS",
            "k1:" + Base64.getEncoder().encodeToString(new byte[32])));
  }
}
