package dev.carillon.api.internal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.carillon.call.TranscriptLine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a bridge saw and heard on one call, in its order.
record BridgeReport(UUID callId, UUID tenantId, List<Item> events) {
  BridgeReport {
    events = events == null ? List.of() : List.copyOf(events);
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Item.Line.class, name = "line"),
    @JsonSubTypes.Type(value = Item.Happened.class, name = "event")
  })
  sealed interface Item {
    /// A line of the transcript.
    ///
    /// @param seq 1, 2, … over all streams of the call
    record Line(int seq, Instant at, TranscriptLine.Speaker who, String text, boolean interrupted)
        implements Item {
      TranscriptLine asLine() {
        return new TranscriptLine(seq, at, who, text, interrupted);
      }
    }

    /// Something else, such as `conversation_started`.
    record Happened(String name, Instant at, @Nullable Map<String, Object> detail)
        implements Item {}
  }
}
