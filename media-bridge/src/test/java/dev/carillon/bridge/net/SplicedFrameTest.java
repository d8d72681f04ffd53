package dev.carillon.bridge.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplicedFrameTest {
  private static final byte[] BEFORE = "{\"a\":\"".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] AFTER = "\"}".getBytes(StandardCharsets.US_ASCII);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 117, 118, 216, 640, 65_527, 65_528, 70_000})
  void bothEndsReadWhatWasWritten(int length) {
    var text = "x".repeat(length);
    var source = Unpooled.copiedBuffer("--" + text + "--", StandardCharsets.US_ASCII);
    var channel = new EmbeddedChannel();

    channel.writeOutbound(
        SplicedFrame.towardsServer(BEFORE, AFTER)
            .around(ByteBufAllocator.DEFAULT, source, 2, length));
    channel.writeOutbound(
        SplicedFrame.towardsClient(BEFORE, AFTER)
            .around(ByteBufAllocator.DEFAULT, source, 2, length));

    assertThat(SentText.of(channel))
        .containsExactly("{\"a\":\"" + text + "\"}", "{\"a\":\"" + text + "\"}");
    source.release();
  }
}
