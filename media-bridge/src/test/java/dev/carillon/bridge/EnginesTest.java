package dev.carillon.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.bridge.engine.VoiceEngines;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;

class EnginesTest {
  private static final Map<String, String> BOTH =
      Map.of("OPENAI_API_KEY", "sk", "DEEPGRAM_API_KEY", "dg");

  @Test
  void anAgentWithoutAListIsHeldByRealtimeAlone() throws SSLException {
    var roster = Engines.from(BOTH, NioSocketChannel.class);

    assertThat(roster.of(List.of()))
        .extracting(VoiceEngines::name)
        .containsExactly("openai-realtime");
  }

  @Test
  void aCascadeIsThereWhenAllItsPartsAre() throws SSLException {
    var cascade = "deepgram+openai+deepgram";

    assertThat(Engines.from(BOTH, NioSocketChannel.class).named(cascade)).isNotNull();
    assertThat(Engines.from(Map.of("OPENAI_API_KEY", "sk"), NioSocketChannel.class).named(cascade))
        .isNull();
  }
}
