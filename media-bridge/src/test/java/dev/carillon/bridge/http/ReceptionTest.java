package dev.carillon.bridge.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carillon.bridge.desk.CallDesk;
import dev.carillon.bridge.desk.DeskFailure;
import dev.carillon.bridge.engine.EngineRoster;
import dev.carillon.bridge.openai.RehearsedEngine;
import dev.carillon.call.Acknowledged;
import dev.carillon.call.Instruction;
import dev.carillon.call.InstructionsAfter;
import dev.carillon.call.StreamClaim;
import dev.carillon.call.StreamEnd;
import dev.carillon.call.StreamGrant;
import dev.carillon.call.ToolResult;
import dev.carillon.call.ToolUse;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReceptionTest {
  private static final UUID CALL = UUID.fromString("00000000-0000-7000-8000-0000000000c1");
  private static final String LINK_KEY = "A".repeat(43) + "=";

  @Test
  void withoutCredentialsTheBridgeSaysWhatToSetAndLetsNobodyIn() {
    var settings = BridgeSettings.from(Map.of("CARILLON_LINK_KEY", LINK_KEY));
    var reception = reception(settings);

    assertThat(reception.health())
        .contains("\"status\":\"UP\"")
        .contains("\"missing\":[\"TWILIO_AUTH_TOKEN\",\"OPENAI_API_KEY\"]");
    assertThat(reception.callOf(settings.tokens().mint(CALL, 1), "c2lnbmF0dXJl")).isEmpty();
    assertThat(reception.callOf(settings.tokens().mint(CALL, 1), null)).isEmpty();
  }

  @Test
  void withCredentialsNothingIsMissing() {
    var settings =
        BridgeSettings.from(
            Map.of(
                "CARILLON_LINK_KEY",
                LINK_KEY,
                "TWILIO_AUTH_TOKEN",
                "12345",
                "OPENAI_API_KEY",
                "sk"));

    assertThat(reception(settings).health()).contains("\"missing\":[]");
  }

  @Test
  void aSecretOfOurOwnMustBeThere() {
    assertThatThrownBy(() -> BridgeSettings.from(Map.of()))
        .hasMessage("CARILLON_LINK_KEY is not set");
  }

  private static Reception reception(BridgeSettings settings) {
    return new Reception(
        () -> "ws://127.0.0.1:8081",
        settings,
        new Nobody(),
        new EngineRoster(new RehearsedEngine(), List.of()),
        (_, _) -> {
          throw new IllegalStateException("no call, no journal");
        },
        Runnable::run,
        InstantSource.system());
  }

  private static final class Nobody implements CallDesk {
    @Override
    public StreamGrant claim(UUID callId, StreamClaim claim) throws DeskFailure {
      throw new DeskFailure(DeskFailure.Kind.NOT_FOUND, null);
    }

    @Override
    public ToolResult use(UUID callId, ToolUse use) throws DeskFailure {
      throw new DeskFailure(DeskFailure.Kind.NOT_FOUND, null);
    }

    @Override
    public Instruction next(UUID callId, String streamToken, InstructionsAfter after)
        throws DeskFailure {
      throw new DeskFailure(DeskFailure.Kind.NOT_FOUND, null);
    }

    @Override
    public Acknowledged ended(UUID callId, String streamToken, StreamEnd end) throws DeskFailure {
      throw new DeskFailure(DeskFailure.Kind.NOT_FOUND, null);
    }
  }
}
