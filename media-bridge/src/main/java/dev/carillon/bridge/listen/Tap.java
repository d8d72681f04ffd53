package dev.carillon.bridge.listen;

import dev.carillon.bridge.playout.LineEvents;
import dev.carillon.bridge.playout.PhoneLine;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.base64.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Where one call can be listened to. Each message to a listener is a byte that says what it is, a
/// number of four bytes that counts them, and mu-law at 8 kHz.
///
/// Listeners come and go on their own threads; sound comes on the call's event loop.
public final class Tap {
  /// What the person says.
  static final byte PERSON = 1;

  /// What the agent says, as it was given to the carrier: up to a second ahead of the person's ear.
  static final byte AGENT = 2;

  /// The carrier was told to drop what it has not played; so should the listener.
  static final byte CLEARED = 3;

  private static final int HEADER = 5;
  private static final int MOST_LISTENERS = 8;

  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private int count;
  private volatile boolean ended;

  /// The line with its sound passing by here.
  public PhoneLine over(PhoneLine line) {
    return new TappedLine(line, this);
  }

  /// The line's events with their sound passing by here.
  public LineEvents over(LineEvents events) {
    return new TappedEvents(events, this);
  }

  /// Whether another one may listen.
  public boolean takesMore() {
    return !ended && listeners.size() < MOST_LISTENERS;
  }

  /// False when the call is over.
  boolean join(Listener listener) {
    listeners.add(listener);
    if (ended) {
      listeners.remove(listener);
    }
    return !ended;
  }

  void leave(Listener listener) {
    listeners.remove(listener);
  }

  void person(ByteBuf base64, int from, int length) {
    if (!listeners.isEmpty()) {
      tell(PERSON, base64, from, length);
    }
  }

  void agent(ByteBuf base64, int from, int length) {
    if (!listeners.isEmpty()) {
      tell(AGENT, base64, from, length);
    }
  }

  void cleared() {
    if (!listeners.isEmpty()) {
      tell(CLEARED, Unpooled.EMPTY_BUFFER, 0, 0);
    }
  }

  /// The call is over: everybody is told.
  void end() {
    ended = true;
    listeners.forEach(Listener::ended);
    listeners.clear();
  }

  private void tell(byte what, ByteBuf base64, int from, int length) {
    var sound = length == 0 ? Unpooled.EMPTY_BUFFER : Base64.decode(base64, from, length);
    var message = Unpooled.buffer(HEADER + sound.readableBytes());
    try {
      message.writeByte(what).writeInt(count++).writeBytes(sound);
      for (var listener : listeners) {
        listener.send(message);
      }
    } finally {
      sound.release();
      message.release();
    }
  }
}
