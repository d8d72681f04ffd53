package dev.carillon.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.carillon.call.CallStart;
import dev.carillon.call.CarrierReport;
import dev.carillon.call.Direction;
import dev.carillon.call.Disposition;
import dev.carillon.call.Placement;
import dev.carillon.campaign.JourneyStart;
import dev.carillon.campaign.RedialPolicy;
import dev.carillon.campaign.Step;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DataConverter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConvertersTest {
  private final DataConverter converter = Converters.plain();

  private String json(Object value) {
    return converter.toPayload(value).orElseThrow().getData().toStringUtf8();
  }

  private <T> T read(String json, Class<T> type) {
    var payload =
        Payload.newBuilder()
            .putMetadata("encoding", ByteString.copyFromUtf8("json/plain"))
            .setData(ByteString.copyFromUtf8(json))
            .build();
    return converter.fromPayload(payload, type, type);
  }

  @Test
  void newsOfTheCarrierKeepTheirTypeAndWriteMomentsAsIso8601() {
    var over =
        new CarrierReport.Over(
            "CA1", Disposition.BUSY, false, Instant.parse("2026-11-24T17:00:00Z"));

    assertThat(json(over))
        .isEqualTo(
            "{\"type\":\"over\",\"providerCallId\":\"CA1\",\"disposition\":\"BUSY\",\"answered\":false,"
                + "\"at\":\"2026-11-24T17:00:00Z\"}");
    assertThat(read(json(over), CarrierReport.class)).isEqualTo(over);
  }

  @Test
  void aPlacementWritesItsPauseAsIso8601() {
    assertThat(json(new Placement.NotSent("CARRIER_BUSY", Duration.ofSeconds(90))))
        .isEqualTo("{\"type\":\"notSent\",\"why\":\"CARRIER_BUSY\",\"pause\":\"PT1M30S\"}");
  }

  @Test
  void aJourneyKeepsItsPolicyAndSteps() {
    var journey =
        new JourneyStart(
            new UUID(0, 1),
            new UUID(0, 2),
            new UUID(0, 3),
            3,
            new RedialPolicy(Map.of(Disposition.BUSY, List.of(Duration.ofMinutes(15)))),
            List.of(new Step.Call(), new Step.Sms("Hello")));

    assertThat(read(json(journey), JourneyStart.class)).isEqualTo(journey);
    assertThat(json(journey)).contains("{\"type\":\"call\"}", "\"BUSY\":[\"PT15M\"]");
  }

  @Test
  void aFieldOfALaterReleaseDoesNotStopAnOlderWorker() {
    var json =
        json(new CallStart(new UUID(0, 1), new UUID(0, 2), Direction.OUTBOUND, null, 1))
            .replaceFirst("\\{", "{\"laterField\":true,");

    assertThat(read(json, CallStart.class).attemptNo()).isEqualTo(1);
  }
}
