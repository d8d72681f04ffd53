package dev.carillon.bridge.cascade;

import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;

/// Understands speech while it is spoken.
public interface Ears {

  /// Starts to listen and returns at once; `events` come on `loop`.
  Listening open(EventLoop loop, String language, Events events);

  /// One line that is listened to.
  interface Listening {

    /// What the person's line sent: base64 mu-law, 8 kHz. It is copied.
    void hear(ByteBuf base64, int from, int length);

    /// Sends what was heard.
    void flush();

    /// Ends the turn the person is in the middle of, so that its words are not lost.
    void closeTurn();

    /// Stops listening. Repeating it is harmless.
    void close();
  }

  /// What was understood.
  interface Events {

    /// From here on what is said is understood.
    void listening();

    /// Somebody began to speak.
    void personBegan();

    /// They stopped; empty when nothing was understood.
    void turn(String text);

    /// The provider is lost. Comes once, and nothing after it.
    void earsLost(String code);
  }
}
