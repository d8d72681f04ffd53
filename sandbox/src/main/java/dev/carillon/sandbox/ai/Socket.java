package dev.carillon.sandbox.ai;

import dev.carillon.sandbox.ai.realtime.Wire;
import io.javalin.websocket.WsContext;

/// A session's connection on the server's web socket. What cannot be sent any more is dropped: the
/// close comes by itself.
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
  public void close(int code) {
    context.closeSession(code, "");
  }

  @Override
  public void abort() {
    context.session.disconnect();
  }
}
