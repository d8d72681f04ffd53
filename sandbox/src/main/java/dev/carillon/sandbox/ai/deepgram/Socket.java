package dev.carillon.sandbox.ai.deepgram;

import io.javalin.websocket.WsContext;
import java.nio.ByteBuffer;

/// A session's connection on the server's web socket.
final class Socket implements Wire {
  private final WsContext context;

  Socket(WsContext context) {
    this.context = context;
  }

  @Override
  public void send(String text) {
    if (context.session.isOpen()) {
      context.send(text);
    }
  }

  @Override
  public void send(byte[] sound) {
    if (context.session.isOpen()) {
      context.send(ByteBuffer.wrap(sound));
    }
  }

  @Override
  public void close(int code, String reason) {
    context.closeSession(code, reason);
  }

  @Override
  public void abort() {
    context.session.disconnect();
  }
}
