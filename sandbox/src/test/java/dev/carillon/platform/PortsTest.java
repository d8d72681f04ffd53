package dev.carillon.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carillon.platform.environment.Environment;
import dev.carillon.platform.process.StartFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PortsTest {

  @Test
  void zeroMeansAnyFreePortAndAllDiffer() {
    var ports = Ports.choose(allZeroBut(Map.of()));

    assertThat(
            new int[] {
              ports.api(),
              ports.mediaBridge(),
              ports.sandbox(),
              ports.temporal(),
              ports.temporalUi(),
              ports.postgres(),
              ports.worker()
            })
        .doesNotHaveDuplicates()
        .doesNotContain(0);
  }

  @Test
  void aPortThatIsTakenIsNamedTogetherWithItsVariable() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var port = Integer.toString(taken.getLocalPort());
      var environment = allZeroBut(Map.of("CARILLON_SANDBOX_PORT", port));

      assertThatThrownBy(() -> Ports.choose(environment))
          .isInstanceOf(StartFailure.class)
          .hasMessageStartingWith("port " + port + " is taken")
          .hasMessageContaining("set CARILLON_SANDBOX_PORT to another (0 = any free port)")
          .message()
          .doesNotContain("\n");
    }
  }

  @Test
  void theSamePortForTwoPartsIsRefused() throws IOException {
    int free;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    var port = Integer.toString(free);
    var environment =
        allZeroBut(Map.of("CARILLON_API_PORT", port, "CARILLON_MEDIA_BRIDGE_PORT", port));

    assertThatThrownBy(() -> Ports.choose(environment))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("CARILLON_MEDIA_BRIDGE_PORT");
  }

  private static Environment allZeroBut(Map<String, String> ports) {
    var variables = new HashMap<String, String>();
    Ports.DEFAULTS.keySet().forEach(name -> variables.put(name, "0"));
    variables.putAll(ports);
    return new Environment(variables);
  }
}
