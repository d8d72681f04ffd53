package dev.carillon.bridge.deepgram;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.carillon.bridge.faculty.Voice;
import dev.carillon.bridge.json.JsonMessage;
import dev.carillon.bridge.net.Closing;
import dev.carillon.bridge.net.SocketEvents;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// One connection to a voice. After `Clear` a piece that was on its way still comes: everything up
/// to `Cleared` is dropped, and what is to be said meanwhile waits for it.
final class AuraSpeech implements Voice.Speech, SocketEvents {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST_TEXT = 2_000;
  private static final String FLUSH = "{\"type\":\"Flush\"}";
  private static final String CLEAR = "{\"type\":\"Clear\"}";
  private static final String CLOSE = "{\"type\":\"Close\"}";

  private final Voice.Events events;
  private final Queue<String> waiting = new ArrayDeque<>();
  private @Nullable Channel channel;
  private boolean clearing;
  private boolean idle = true;
  private boolean closed;

  AuraSpeech(Voice.Events events) {
    this.events = events;
  }

  @Override
  public void connected(Channel opened) {
    if (closed) {
      opened.close();
      return;
    }
    channel = opened;
    sendWaiting();
    events.canSpeak();
  }

  @Override
  public void say(String text) {
    idle = false;
    for (int from = 0; from < text.length(); from += LONGEST_TEXT) {
      var piece = text.substring(from, Math.min(text.length(), from + LONGEST_TEXT));
      if (!piece.isBlank()) {
        send(speak(piece));
      }
    }
  }

  @Override
  public void flush() {
    send(FLUSH);
  }

  @Override
  public void clear() {
    waiting.clear();
    if (idle || channel == null) {
      return;
    }
    idle = true;
    if (!clearing) {
      write(CLEAR);
      clearing = true;
    }
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    if (channel != null) {
      write(CLOSE);
    }
    closed = true;
    waiting.clear();
    Closing.soon(channel);
  }

  @Override
  public boolean closed() {
    return closed;
  }

  @Override
  public void lost(String code) {
    if (!closed) {
      close();
      events.voiceLost(code);
    }
  }

  @Override
  public void binary(ByteBuf sound) {
    if (!clearing) {
      events.sound(sound);
    }
  }

  @Override
  public void text(ByteBuf message) {
    switch (JsonMessage.read(message).path("type").asText()) {
      case "Flushed" -> {
        if (!clearing) {
          events.flushed();
        }
      }
      case "Cleared" -> {
        clearing = false;
        sendWaiting();
      }
      default -> {
        // Metadata and warnings.
      }
    }
  }

  private static String speak(String text) {
    return JSON.createObjectNode().put("type", "Speak").put("text", text).toString();
  }

  private void send(String message) {
    if (closed) {
      return;
    }
    if (channel == null || clearing) {
      waiting.add(message);
    } else {
      write(message);
    }
  }

  private void sendWaiting() {
    for (var message = waiting.poll(); message != null; message = waiting.poll()) {
      write(message);
    }
  }

  private void write(String message) {
    if (channel != null) {
      channel.writeAndFlush(new TextWebSocketFrame(message), channel.voidPromise());
    }
  }
}
