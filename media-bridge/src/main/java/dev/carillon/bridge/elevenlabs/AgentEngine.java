package dev.carillon.bridge.elevenlabs;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.carillon.bridge.engine.EngineEvents;
import dev.carillon.bridge.engine.Prompt;
import dev.carillon.bridge.engine.VoiceEngine;
import dev.carillon.bridge.faculty.Voice;
import dev.carillon.bridge.net.Closing;
import dev.carillon.bridge.net.SocketEvents;
import dev.carillon.bridge.net.SplicedSound;
import dev.carillon.call.CallBrief;
import dev.carillon.call.ToolUse;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One conversation with an agent, which hears, thinks and speaks by itself and greets first. Words
/// that must be said exactly, such as a voicemail message, are spoken by the same provider's voice
/// while the agent is kept from speaking.
final class AgentEngine implements VoiceEngine, SocketEvents {
  private static final byte[] CHUNK = "{\"user_audio_chunk\":\"".getBytes(US_ASCII);
  private static final byte[] CHUNK_END = "\"}".getBytes(US_ASCII);
  private static final int NORMAL = WebSocketCloseStatus.NORMAL_CLOSURE.code();

  private final EngineEvents events;
  private final AgentSpeech agent;
  private final ExactSpeech exact;
  private final AgentReader reader;
  private final SplicedSound sound = new SplicedSound(CHUNK, CHUNK_END);
  private @Nullable Channel channel;
  private @Nullable CallBrief brief;
  private boolean begun;
  private boolean ready;
  private boolean closed;

  AgentEngine(
      EventLoop loop, EngineEvents events, Function<Voice.Events, Voice.Speech> exactVoice) {
    this.events = events;
    this.agent = new AgentSpeech(loop, events);
    this.exact = new ExactSpeech(events, exactVoice);
    this.reader = new AgentReader(this, events, agent);
  }

  @Override
  public void connected(Channel opened) {
    if (closed) {
      opened.close();
      return;
    }
    channel = opened;
    beginIfBoth();
  }

  @Override
  public void begin(CallBrief granted) {
    brief = granted;
    beginIfBoth();
  }

  private void beginIfBoth() {
    var granted = brief;
    if (granted != null && channel != null && !begun) {
      begun = true;
      send(AgentMessages.beginning(granted));
    }
  }

  /// The provider has taken the beginning and told the formats of sound.
  void agreed(boolean mulaw) {
    if (!mulaw) {
      lost("not_ulaw_8000");
      return;
    }
    ready = true;
    var open = channel;
    if (open != null) {
      sound.to(open);
      open.flush();
    }
    events.ready();
  }

  @Override
  public void hear(ByteBuf base64, int from, int length) {
    sound.hear(base64, from, length);
  }

  @Override
  public void flush() {
    if (channel != null) {
      channel.flush();
    }
  }

  /// The agent greets and answers tools by itself.
  @Override
  public void respond(Prompt prompt) {
    var granted = brief;
    boolean greeting = granted != null && prompt.words().equals(granted.greeting());
    if (!prompt.words().isEmpty() && !greeting) {
      agent.mute();
      exact.say(prompt.words());
    } else if (!greeting && !prompt.instructions().isEmpty() && mayBeTold(granted)) {
      agent.unmute();
      send(AgentMessages.userMessage(prompt.instructions()));
    }
  }

  /// Before its own greeting the agent is not told anything; who takes over has none.
  private boolean mayBeTold(@Nullable CallBrief granted) {
    return agent.hasSpoken() || (granted != null && !granted.heardSoFar().isEmpty());
  }

  @Override
  public void stopResponding() {
    if (!exact.stop() && !agent.stop()) {
      // Asked for, and not begun yet.
      events.responseEnded("none", EngineEvents.Ending.CANCELLED);
    }
  }

  /// The agent keeps its own account of what was heard, by its own clock.
  @Override
  public void heardOnly(String itemId, int heardMs) {}

  @Override
  public void toolAnswered(String toolCallId, String json) {
    send(AgentMessages.toolResult(toolCallId, json, AgentMessages.failed(json)));
    events.toolResultTaken();
  }

  @Override
  public void typed(String words) {
    send(AgentMessages.userMessage(words));
  }

  @Override
  public void holdTurns(boolean held) {
    if (held) {
      agent.mute();
    } else {
      agent.unmute();
    }
  }

  /// The agent decides when a turn is over.
  @Override
  public void closeTurn() {}

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    exact.stop();
    agent.end();
    sound.close();
    Closing.soon(channel);
  }

  @Override
  public void text(ByteBuf message) {
    reader.read(message);
  }

  @Override
  public boolean closed() {
    return closed;
  }

  /// An agent that has said goodbye closes the conversation: that is its way of hanging up.
  @Override
  public void lost(String code) {
    if (closed) {
      return;
    }
    if (ready && agent.hasSpoken() && code.equals("closed_" + NORMAL)) {
      if (!exact.speaking()) {
        agent.end();
        events.toolWanted(new ToolUse("agent-ended", "end_call", "{}"));
        events.responseEnded("agent-ended", EngineEvents.Ending.COMPLETED);
      }
      return;
    }
    close();
    events.failed(code);
  }

  void send(String message) {
    var open = channel;
    if (open != null && !closed) {
      open.writeAndFlush(new TextWebSocketFrame(message), open.voidPromise());
    }
  }
}
