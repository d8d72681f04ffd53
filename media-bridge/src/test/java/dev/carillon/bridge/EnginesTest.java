package dev.carillon.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.bridge.engine.VoiceEngines;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnginesTest {
  private static final Map<String, String> BOTH =
      Map.of("OPENAI_API_KEY", "sk", "DEEPGRAM_API_KEY", "dg");

  @Test
  void anAgentWithoutAListIsHeldByRealtimeAlone() {
    var roster = Engines.from(BOTH, NioSocketChannel.class);

    assertThat(roster.of(List.of()))
        .extracting(VoiceEngines::name)
        .containsExactly("openai-realtime");
  }

  @Test
  void aCascadeIsThereWhenAllItsPartsAre() {
    var cascade = List.of("deepgram+openai+deepgram");

    assertThat(Engines.from(BOTH, NioSocketChannel.class).of(cascade)).hasSize(1);
    assertThat(Engines.from(Map.of("OPENAI_API_KEY", "sk"), NioSocketChannel.class).of(cascade))
        .isEmpty();
  }
}
